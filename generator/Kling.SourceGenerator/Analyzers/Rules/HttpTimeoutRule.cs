using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING212: the <c>HttpClient</c> of a client gives up before the client's own limit for a submit does, so that it is unknown whether the
/// server accepted the request.
/// </summary>
internal static class HttpTimeoutRule
{
    private static readonly TimeSpan DefaultSubmitTimeout = TimeSpan.FromSeconds(100);

    public static void Check(IObjectCreationOperation creation, OperationAnalysisContext context, KnownSymbols known)
    {
        if (
            known.Client?.IsClients(creation.Constructor) is not true
            || creation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.Name == "HttpClient") is not { } http
            || SubmitTimeout(creation) is not { } submit
            || Timeouts(http.Value).ToArray() is not { Length: 1 } timeouts
            || DurationReader.Read(timeouts[0]) is not { } timeout
            || timeout == Timeout.InfiniteTimeSpan
            || timeout >= submit
            || QuietPlace.IsInTest(creation)
        )
        {
            return;
        }

        SyntaxNode place = timeouts[0].Syntax;
        context.ReportDiagnostic(
            Diagnostic.Create(UseDiagnostics.HttpTimeoutIsTooShort, place.GetLocation(), place.ToString(), submit.ToString("c"))
        );
    }

    /// <summary>
    /// The client's limit: the default where no options are given or they do not set it, and <see langword="null"/> where that is not
    /// known.
    /// </summary>
    private static TimeSpan? SubmitTimeout(IObjectCreationOperation creation)
    {
        IArgumentOperation? options = creation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "options");
        return options is null or { ArgumentKind: ArgumentKind.DefaultValue } or { Value.ConstantValue: { HasValue: true, Value: null } }
                ? DefaultSubmitTimeout
            : options.Value is not IObjectCreationOperation { Arguments.IsEmpty: true } made ? null
            : Assigned(made, "SubmitTimeout") is { } value ? DurationReader.Read(value)
            : DefaultSubmitTimeout;
    }

    /// <summary>What the timeout of an HttpClient is set to, where it is made and afterwards.</summary>
    private static IEnumerable<IOperation> Timeouts(IOperation http)
    {
        if (http is IObjectCreationOperation made)
        {
            return Assigned(made, "Timeout") is { } value ? [value] : [];
        }

        if (http is not ILocalReferenceOperation { Local: var local })
        {
            return [];
        }

        IOperation[] all = [.. TaskFlow.Root(http).Descendants()];
        IEnumerable<IOperation> initial = all.OfType<IVariableDeclaratorOperation>()
            .Where(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
            .Select(static declarator => declarator.Initializer?.Value is IObjectCreationOperation made ? Assigned(made, "Timeout") : null)
            .OfType<IOperation>();
        IEnumerable<IOperation> later = all.OfType<ISimpleAssignmentOperation>()
            .Where(assignment =>
                assignment.Target
                    is IPropertyReferenceOperation { Property.Name: "Timeout", Instance: ILocalReferenceOperation { Local: var owner } }
                && SymbolEqualityComparer.Default.Equals(owner, local)
            )
            .Select(static assignment => assignment.Value);
        return initial.Concat(later);
    }

    private static IOperation? Assigned(IObjectCreationOperation creation, string property) =>
        creation
            .Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: var name } && name == property)
            ?.Value;
}
