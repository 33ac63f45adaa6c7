using System.Globalization;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// Options that configuration in memory sets, in a section that is called Kling, or beside the <c>AddKling</c> that reads them. KLING208: a
/// misspelled option. KLING211: a duration that is out of range, such as the number 1800, which means days.
/// </summary>
internal static class ConfigurationRule
{
    private const string Section = "Kling:";

    /// <summary><c>AddInMemoryCollection(…)</c>.</summary>
    public static void Check(IInvocationOperation call, OperationAnalysisContext context, KnownSymbols known)
    {
        if (
            known.Client is not { } client
            || call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "initialData") is not { Parameter: { } data } argument
            || PlacedValue.Of(argument.Value, data.Type) is not { } settings
            || QuietPlace.IsInTest(call)
        )
        {
            return;
        }

        foreach (PlacedValue key in new AdditionalKeys(parameters: null, context.CancellationToken).Of(settings))
        {
            if (key.Known(context.CancellationToken).Text is not { } path || Option(path, call) is not { } option)
            {
                continue;
            }

            if (!client.Options.Contains(option, StringComparer.OrdinalIgnoreCase))
            {
                if (KeySpelling.Nearest(option, client.Options) is (var nearest, true))
                {
                    context.ReportDiagnostic(
                        Diagnostic.Create(UseDiagnostics.NameIsMisspelled, key.Place.GetLocation(), option, "an option", nearest)
                    );
                }
            }
            else if (Value(key.Value) is { } written)
            {
                CheckDuration(key.Part(written, target: null), option, call, context);
            }
        }
    }

    private static void CheckDuration(PlacedValue value, string option, IOperation call, OperationAnalysisContext context)
    {
        if (
            (option is "JobTimeout" or "SubmitTimeout")
            && value.Known(context.CancellationToken).Text is { } text
            && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan duration)
            && OptionRule.Allowed(option, new ExactValue(duration)) is { } allowed
        )
        {
            OptionRule.Report(value, option, allowed + ", written as 00:30:00, because a plain number means days", call, context);
        }
    }

    /// <summary>The option that a key sets.</summary>
    private static string? Option(string path, IOperation call)
    {
        string option = path.StartsWith(Section, StringComparison.OrdinalIgnoreCase) ? path.Substring(Section.Length) : path;
        return option.IndexOf(':') < 0 && (option.Length < path.Length || IsBesideClient(call)) ? option : null;
    }

    private static bool IsBesideClient(IOperation call) =>
        call.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member.DescendantNodes().OfType<SimpleNameSyntax>().Any(static name => name.Identifier.ValueText == "AddKling");

    /// <summary>The value of a key.</summary>
    private static ExpressionSyntax? Value(ExpressionSyntax key) =>
        key.Parent switch
        {
            ArgumentSyntax { Parent: BracketedArgumentListSyntax { Parent.Parent: AssignmentExpressionSyntax assignment } } => assignment.Right,
            ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: { Count: 2 } arguments } } => arguments[1].Expression,
            InitializerExpressionSyntax { Expressions: { Count: 2 } parts } => parts[1],
            _ => null,
        };
}
