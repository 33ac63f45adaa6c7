using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING206 as a warning: a copy that is dropped, as if the original had been changed: <c>request.Unset("seed");</c>, <c>list.Add(url);</c>.
/// Requests, lists and JSON objects are immutable: a call of one of their methods does nothing but return a value.
/// </summary>
internal static class DroppedCopyRule
{
    public static void Check(IInvocationOperation call, KnownSymbols known, Action<Diagnostic> report)
    {
        if (call.Parent is IExpressionStatementOperation && IsPure(call.TargetMethod, known) && !QuietPlace.Has(call))
        {
            report(
                Diagnostic.Create(
                    UseDiagnostics.ResultIsDropped,
                    call.Syntax.GetLocation(),
                    DiagnosticSeverity.Warning,
                    additionalLocations: null,
                    properties: null,
                    call.TargetMethod.Name,
                    IsCopy(call.TargetMethod.ReturnType) ? "it is a copy, and the original is unchanged" : "the call has no other effect"
                )
            );
        }
    }

    /// <summary>Whether a method does nothing but return a value.</summary>
    private static bool IsPure(IMethodSymbol method, KnownSymbols known) =>
        !method.ReturnsVoid
        && (
            (method.ContainingType.Name, method.Name, method.IsStatic)
            is ("KlingRecord", "Unset" or "WithExplicitDefaults" or "IsSet" or "Validate" or "ToJson" or "ToString", false)
                or ("KlingList", "Add" or "ConvertAll" or "Slice", false)
                or ("KlingList", "ToKlingList", true)
                or ("KlingJsonObject", "With" or "Without" or "ContainsKey", false)
                or ("KlingJob", "ToToken", false)
                or ("KlingClient", "EstimateCost", false)
        )
        && known.IsRuntime(method.ContainingType);

    private static bool IsCopy(ITypeSymbol type) =>
        type is { Name: "KlingList" or "KlingJsonObject" } or { BaseType.Name: "KlingRecord" };
}
