using Kling.SourceGenerator.Tests.Analyzers;
using Microsoft.CodeAnalysis;

namespace Kling.CodeFixes.Tests;

/// <summary>What every use rule is held to.</summary>
internal static class FixTest
{
    /// <summary>The statements in a method that has a client, a request and a job at hand.</summary>
    public static string InMethod(string statements) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Text.Json.Nodes;
        using System.Threading.Tasks;
        using Kling;
        using Kling.Models;

        internal static class Program
        {
            public static async Task<object?> RunAsync(KlingClient client, KlingO3Text2VideoRequest request, KlingJob job0)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
                return await Task.FromResult<object?>(null);
            }
        }
        """;

    /// <summary>Asserts that a rule reports the marked places and nothing else, and that nothing else is wrong with the code.</summary>
    public static async Task AssertReportsAsync(string id, string marked)
    {
        var code = new MarkedCode(marked);
        using var project = UserProject.Of(code.Code);
        Diagnostic[] found = [.. (await project.DiagnosticsAsync()).Where(static diagnostic =>
            diagnostic.Severity is DiagnosticSeverity.Error || diagnostic.Id.StartsWith("KLING", StringComparison.Ordinal))];
        string report = string.Join("\n", found.Select(static diagnostic => diagnostic.ToString()));
        Assert.True(found.All(diagnostic => diagnostic.Id == id), report);
        Assert.Equal(
            code.Spans.Select(mark => code.Code.Substring(mark.Start, mark.Length)),
            found.Select(diagnostic => code.Code.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)));
        Assert.Equal(code.Spans, found.Select(static diagnostic => diagnostic.Location.SourceSpan));
    }
}
