using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING211: an option of the client or of a run, or an argument of a wait or a polling strategy, that the runtime refuses.
/// </summary>
internal static class OptionRule
{
    private const double SlowestPolls = 0.001;
    private const double FastestPolls = 10_000;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static void Check(
        IAssignmentOperation assignment,
        IPropertySymbol property,
        OperationAnalysisContext context,
        KnownSymbols known
    )
    {
        if (
            property.ContainingType.Name is not ("KlingClientOptions" or "KlingRunOptions" or "KlingResolveOptions" or "KlingHistoryQuery")
            || !known.IsRuntime(property)
            || PlacedValue.Of(assignment.Value, property.Type) is not { } value
        )
        {
            return;
        }

        LateOptionRule.Check(value, assignment, context);
        switch (property.Name)
        {
            case "BaseAddress" or "UploadAddress" or "AccountAddress":
                AddressRule.CheckAddress(value, property, assignment, context);
                break;
            case "InsecureHosts":
                AddressRule.CheckHosts(value, assignment, context);
                break;
            case "From" or "To":
                HistoryWindowRule.Check(assignment, property, context);
                break;
            case "ApiKey":
                CheckText(value, property.Name, assignment, context);
                break;
            default:
                Check(value, property.Name, assignment, context);
                break;
        }
    }

    public static void Check(PlacedValue value, IArgumentOperation argument, OperationAnalysisContext context, KnownSymbols known)
    {
        switch (argument.Parameter)
        {
            case { Name: "timeout", ContainingSymbol: { Name: "WaitForCompletionAsync" or "WatchAsync" } wait } when known.IsRuntime(wait):
                Check(value, "timeout", argument, context);
                break;
            case { Name: ("path" or "contentType" or "apiKey") and var name, ContainingSymbol: IMethodSymbol taker }
                when taker is { Name: "UploadAsync" or "SaveAsync" } or { ContainingType.Name: "KlingClient", MethodKind: MethodKind.Constructor }
                    && known.IsRuntime(taker):
                CheckText(value, name, argument, context);
                break;
            case { Name: "requestId", ContainingSymbol: { Name: "FindAsync", ContainingType.Name: "KlingAccount" } find }
                when known.IsRuntime(find):
                CheckId(value, argument, context, known);
                break;
            case { Name: "section", ContainingSymbol.Name: "AddKling" } when IsWholeConfiguration(argument.Value):
                Report(value, "section", "a section, such as 'GetSection(\"Kling\")', because unknown options are errors", argument, context);
                break;
            case { ContainingType.Name: "PollingStrategy", Name: var name } parameter when known.IsRuntime(parameter.ContainingType):
                Check(value, name, argument, context);
                CheckLongest(value, argument, context);
                break;
        }
    }

    /// <summary>The token of a job is not the id of its request.</summary>
    private static void CheckId(PlacedValue value, IArgumentOperation argument, OperationAnalysisContext context, KnownSymbols known)
    {
        if (
            ValueReader.Single(value, context.CancellationToken) is { Value: InvocationExpressionSyntax call } single
            && single.Model.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol { Name: "ToToken" } method
            && known.IsRuntime(method)
        )
        {
            Report(single, "requestId", "the job's 'RequestId'", argument, context);
        }
    }

    /// <summary>Whether a value is the configuration of a host, which always contains other keys than the client's.</summary>
    private static bool IsWholeConfiguration(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value
            is IPropertyReferenceOperation
            {
                Property:
                {
                    Name: "Configuration",
                    ContainingType.Name: "WebApplicationBuilder"
                        or "HostApplicationBuilder"
                        or "IHostApplicationBuilder"
                        or "HostBuilderContext"
                        or "WebHostBuilderContext"
                        or "WebApplication"
                }
            };
    }

    /// <summary>The longest pause of a polling strategy is not shorter than its first or its shortest.</summary>
    private static void CheckLongest(PlacedValue value, IArgumentOperation argument, OperationAnalysisContext context)
    {
        if (
            argument is { Parameter.Name: "longest", Parent: IInvocationOperation call }
            && call.Arguments.FirstOrDefault(static other => other.Parameter?.Name is "first" or "shortest") is { } other
            && PlacedValue.Of(other.Value, other.Parameter!.Type) is { } least
            && least.Known(context.CancellationToken).Exact is TimeSpan shortest
            && value.Known(context.CancellationToken).Exact is TimeSpan longest
            && longest > TimeSpan.Zero
            && longest < shortest
        )
        {
            Report(value, "longest", $"at least as long as '{other.Parameter.Name}'", argument, context);
        }
    }

    private static void Check(PlacedValue value, string name, IOperation place, OperationAnalysisContext context)
    {
        foreach (PlacedValue leaf in ValueReader.Leaves(value, context.CancellationToken))
        {
            if (Allowed(name, leaf.Known(context.CancellationToken)) is { } allowed)
            {
                Report(leaf, name, allowed, place, context);
            }
        }
    }

    /// <summary>A text that is used only if another one is missing is left alone: it may be there to be refused.</summary>
    private static void CheckText(PlacedValue value, string name, IOperation place, OperationAnalysisContext context)
    {
        if (
            ValueReader.Single(value, context.CancellationToken) is { } single
            && TextArguments.Allowed(name, single.Known(context.CancellationToken)) is { } allowed
        )
        {
            Report(single, name, allowed, place, context);
        }
    }

    /// <summary>Reports a value, unless the code tests that it is refused.</summary>
    public static void Report(PlacedValue leaf, string name, string allowed, IOperation place, OperationAnalysisContext context)
    {
        if (!QuietPlace.Has(place))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(UseDiagnostics.OptionIsOutOfRange, leaf.Place.GetLocation(), leaf.Place.ToString(), name, allowed)
            );
        }
    }

    /// <summary>What is allowed, if the value is surely not.</summary>
    public static string? Allowed(string name, KnownValue value)
    {
        (double? least, double? most) = value is NumberBounds bounds
            ? (bounds.Least, bounds.Most)
            : (NumberText.From(value.Exact), NumberText.From(value.Exact));
        var duration = value.Exact as TimeSpan?;
        return name switch
        {
            "MaxInFlight" or "MaxUploadSize" => most < 1 ? "1 or more" : null,
            "SpendLimit" => most < 0 ? "0 or more" : null,
            "MaxPollsPerSecond" => most < SlowestPolls || least > FastestPolls || most is double.NaN ? "from 0.001 to 10,000" : null,
            "SubmitTimeout" => duration <= TimeSpan.Zero || duration > Hour ? "more than zero and at most 1 hour" : null,
            "JobTimeout" => duration != Timeout.InfiniteTimeSpan && (duration < TimeSpan.Zero || duration > Hour)
                ? "from zero to 1 hour, for which the server keeps the job's record, or Timeout.InfiniteTimeSpan"
                : null,
            "SettleTime" or "ClockTolerance" => duration < TimeSpan.Zero || duration > Day ? "from zero to 1 day" : null,
            "timeout" => duration != Timeout.InfiniteTimeSpan && duration < TimeSpan.Zero
                ? "zero or more, or Timeout.InfiniteTimeSpan"
                : null,
            "interval" or "delay" or "first" or "shortest" or "longest" => duration <= TimeSpan.Zero || duration > Hour
                ? "more than zero and at most 1 hour"
                : null,
            "factor" => most < 1 || most is double.NaN or double.PositiveInfinity ? "a number of at least 1" : null,
            _ => null,
        };
    }
}
