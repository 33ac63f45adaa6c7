using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING201: a submitted job that nothing can use any more. KLING204: a task that is not awaited. KLING205: a sequence that is not
/// enumerated. KLING206: a result that is not used.
/// </summary>
internal static class DroppedJobRule
{
    public static void Check(IInvocationOperation call, ClientSymbols? client, Action<Diagnostic> report)
    {
        if (client?.KindOf(call.TargetMethod) is not { } kind || DroppedValue.Of(call) is not { } drop)
        {
            return;
        }

        DiagnosticDescriptor? descriptor = kind switch
        {
            CallKind.Submit => UseDiagnostics.JobIsDropped,
            CallKind.Sequence => UseDiagnostics.SequenceIsNotEnumerated,
            CallKind.Run or CallKind.Wait when drop.IsAwaited => drop is { IsDiscarded: false, IsInLocal: false }
                ? UseDiagnostics.ResultIsDropped
                : null,
            _ when drop.IsAwaited || IsReportedByCompiler(call, drop) => null,
            CallKind.Run => UseDiagnostics.TaskIsDropped,
            _ => drop.IsDiscarded ? null : UseDiagnostics.TaskIsDropped,
        };
        if (descriptor is not null && !HandsOver(call, kind) && !QuietPlace.Has(call))
        {
            report(Diagnostic.Create(descriptor, call.Syntax.GetLocation(), call.TargetMethod.Name));
        }
    }

    /// <summary>CS4014: the compiler warns of a task that is the statement of an asynchronous function.</summary>
    private static bool IsReportedByCompiler(IOperation call, DroppedValue drop) =>
        drop is { IsDiscarded: false, IsInLocal: false }
        && call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart) is IMethodSymbol { IsAsync: true };

    /// <summary>Whether the call or the client gives the job, or its result, to somebody else as well.</summary>
    private static bool HandsOver(IInvocationOperation call, CallKind kind) =>
        kind switch
        {
            CallKind.Run => call.Arguments.Any(static argument =>
                argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "onSubmitted", Value.ConstantValue.HasValue: false }
            ) || Names(call, "OnSubmitted"),
            CallKind.Submit => Names(call, "OnSubmitted"),
            CallKind.Wait => Names(call, "GetResultAsync"),
            _ => false,
        };

    private static bool Names(IOperation call, string name) =>
        (call.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? call.Syntax.SyntaxTree.GetRoot())
            .DescendantNodes()
            .Any(node => node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name);
}
