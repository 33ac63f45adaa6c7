using Kling.SourceGenerator.Tests;

namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>What a fix is tried on. Each fix has a class of it, and each class a row in every form that the fix can meet.</summary>
internal abstract class FixRows(SyntaxFix fix)
{
    /// <summary>The rows of all fixes.</summary>
    public static IReadOnlyList<FixRows> All { get; } =
        [.. typeof(FixRows).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(FixRows)))
            .Select(static type => (FixRows)Activator.CreateInstance(type)!)];

    public SyntaxFix Fix => fix;

    public abstract IReadOnlyList<FixRow> Rows { get; }

    /// <summary>Code with a mistake for which nothing is offered.</summary>
    public abstract IReadOnlyList<string> Refused { get; }

    /// <summary>The schema files of the project.</summary>
    public virtual IReadOnlyList<InMemoryFile> Schemas => [Acme.Schema];

    /// <summary>The forms that a mistake of the fix cannot have.</summary>
    public virtual IReadOnlyList<FixForm> Impossible => [];

    /// <summary>Whether the fix removes code along with its comments.</summary>
    public virtual bool RemovesCode => false;

    /// <summary>The file around a row's code: a method that has a client, requests and a job at hand.</summary>
    public static string File(string code) => ("\n" + code).Contains("\nfile ", StringComparison.Ordinal)
        ? code
        : $$"""
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        using System.Text.Json.Nodes;
        using System.Threading;
        using System.Threading.Tasks;
        using Acme.Models;
        using Kling;
        using Kling.Models;

        file static class Program
        {
            public static async Task<object?> RunAsync(KlingClient client, KlingO3Text2VideoRequest request, KlingJob job0, string folder)
            {
                {{code.ReplaceLineEndings("\n        ")}}
                return await Task.FromResult<object?>(null);
            }
        }
        """;
}
