using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING211: an option of the client or of a run that its constructor or its method refuses.</summary>
internal static class OptionRule
{
    private const double SlowestPolls = 0.001;
    private const double FastestPolls = 10_000;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static void Check(
        IAssignmentOperation assignment,
        IPropertySymbol property,
        OperationAnalysisContext context,
        KnownSymbols known
    )
    {
        if (property.ContainingType.Name is "KlingClientOptions" or "KlingRunOptions" && known.IsRuntime(property))
        {
            Check(assignment.Value, property.Name, context);
        }
    }

    public static void Check(IArgumentOperation argument, OperationAnalysisContext context, KnownSymbols known)
    {
        if (
            argument.Parameter is { Name: "timeout", ContainingSymbol: { Name: "WaitForCompletionAsync" or "WatchAsync" } method }
            && known.IsRuntime(method)
        )
        {
            Check(argument.Value, "timeout", context);
        }
    }

    private static void Check(IOperation value, string name, OperationAnalysisContext context)
    {
        switch (value)
        {
            case IParenthesizedOperation parenthesized:
                Check(parenthesized.Operand, name, context);
                return;
            case IConversionOperation { Operand: IConditionalOperation or ICoalesceOperation or IParenthesizedOperation } conversion:
                Check(conversion.Operand, name, context);
                return;
            case IConditionalOperation conditional:
                Check(conditional.WhenTrue, name, context);
                Check(conditional.WhenFalse!, name, context);
                return;
            case ICoalesceOperation coalesce:
                Check(coalesce.WhenNull, name, context);
                return;
        }

        if (Allowed(name, value, context) is { } allowed && !QuietPlace.Has(value))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(UseDiagnostics.OptionIsOutOfRange, value.Syntax.GetLocation(), value.Syntax.ToString(), name, allowed)
            );
        }
    }

    /// <summary>What is allowed, if the value is surely not.</summary>
    private static string? Allowed(string name, IOperation value, OperationAnalysisContext context)
    {
        double? number = NumberText.From(
            value.ConstantValue.HasValue ? value.ConstantValue.Value : (value as IConversionOperation)?.Operand.ConstantValue.Value
        );
        return name switch
        {
            "MaxInFlight" or "MaxUploadSize" => number < 1 ? "1 or more" : null,
            "SpendLimit" => number < 0 ? "0 or more" : null,
            "MaxPollsPerSecond" => number is { } polls && polls is not (>= SlowestPolls and <= FastestPolls)
                ? "from 0.001 to 10,000"
                : null,
            "SubmitTimeout" => DurationReader.Read(value) is { } submit && (submit <= TimeSpan.Zero || submit > Hour)
                ? "more than zero and at most 1 hour"
                : null,
            "JobTimeout" => DurationReader.Read(value) is { } wait
            && wait != Timeout.InfiniteTimeSpan
            && (wait < TimeSpan.Zero || wait > Hour)
                ? "from zero to 1 hour, for which the server keeps the job's record, or Timeout.InfiniteTimeSpan"
                : null,
            "timeout" => DurationReader.Read(value) is { } given && given != Timeout.InfiniteTimeSpan && given < TimeSpan.Zero
                ? "zero or more, or Timeout.InfiniteTimeSpan"
                : null,
            "BaseAddress" or "UploadAddress" => AllowedAddress(value, context),
            _ => null,
        };
    }

    private static string? AllowedAddress(IOperation value, OperationAnalysisContext context)
    {
        if (PlacedValue.Of(value, value.Type!) is not { } placed || placed.Known(context.CancellationToken).Text is not { } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
        {
            return "an absolute https URL";
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return "a URL without user name, query and fragment";
        }

        return uri.Scheme == "http" && !uri.IsLoopback && !NamesInsecureHosts(value.Syntax.SyntaxTree.GetRoot(context.CancellationToken))
            ? "an https URL, because the API key would be sent unencrypted; http is allowed for this machine and for the hosts in InsecureHosts"
            : null;
    }

    private static bool NamesInsecureHosts(SyntaxNode root) =>
        root.DescendantTokens().Any(static token => token.ValueText == "InsecureHosts");
}
