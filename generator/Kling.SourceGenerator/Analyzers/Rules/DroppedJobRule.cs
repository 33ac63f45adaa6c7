using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
        if (client?.KindOf(call.TargetMethod) is not { } kind)
        {
            return;
        }

        bool IsSame(IOperation other) => other is IInvocationOperation same && client.KindOf(same.TargetMethod) == kind;
        foreach (Drop drop in DroppedValue.Of(call, IsSame))
        {
            if (
                Descriptor(kind, drop) is { } descriptor
                && !HandsOver(call, kind, drop)
                && !(descriptor == UseDiagnostics.TaskIsDropped && IsLeftOnPurpose(call))
                && !QuietPlace.Has(call)
                && (drop.Place == call || !QuietPlace.Has(drop.Place))
            )
            {
                string use =
                    kind is CallKind.Upload
                        ? "a request takes the URL that it returns"
                        : "save its files, because the server keeps them for 7 days only";
                report(Diagnostic.Create(descriptor, drop.Place.Syntax.GetLocation(), call.TargetMethod.Name, use));
            }
        }
    }

    private static DiagnosticDescriptor? Descriptor(CallKind kind, Drop drop) =>
        kind switch
        {
            CallKind.Submit => UseDiagnostics.JobIsDropped,
            CallKind.Sequence => UseDiagnostics.SequenceIsNotEnumerated,
            CallKind.Run or CallKind.Wait or CallKind.Upload when drop is { IsAwaited: true, IsDiscarded: false } =>
                UseDiagnostics.ResultIsDropped,
            CallKind.Run or CallKind.Upload or CallKind.Save when !drop.IsAwaited => UseDiagnostics.TaskIsDropped,
            _ when !drop.IsAwaited && !drop.IsDiscarded => UseDiagnostics.TaskIsDropped,
            _ => null,
        };

    /// <summary>
    /// Whether the call or the client gives the job, or its result, to somebody else as well. A task that is not awaited still loses its
    /// errors.
    /// </summary>
    private static bool HandsOver(IInvocationOperation call, CallKind kind, Drop drop) =>
        kind switch
        {
            CallKind.Run => (drop.IsAwaited || drop.IsDiscarded)
                && (
                    call.Arguments.Any(static argument =>
                        argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "onSubmitted" }
                        && !argument.Value.ConstantValue.HasValue
                    ) || Names(TypeOf(call), "OnSubmitted", call)
                ),
            CallKind.Submit => Names(TypeOf(call), "OnSubmitted", call),
            CallKind.Wait => drop.IsAwaited && MayBeReadLater(call),
            _ => false,
        };

    /// <summary>Whether a pragma turns off what the compiler itself says of such a statement.</summary>
    private static bool IsLeftOnPurpose(IOperation call)
    {
        bool isOff = false;
        var directive = (call.Syntax.SyntaxTree.GetRoot() as CompilationUnitSyntax)?.GetFirstDirective();
        for (; directive is not null && directive.SpanStart < call.Syntax.SpanStart; directive = directive.GetNextDirective())
        {
            if (directive is PragmaWarningDirectiveTriviaSyntax pragma && pragma.ErrorCodes.Any(static code => code.ToString() == "CS4014"))
            {
                isOff = pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword);
            }
        }

        return isOff;
    }

    /// <summary>Whether the result of a job may be read again, with another call: here, or where the job goes.</summary>
    private static bool MayBeReadLater(IInvocationOperation call) =>
        Names(
            call.Instance is IMemberReferenceOperation ? TypeOf(call) : SingleAssignment.Body(call.Syntax),
            "GetResultAsync",
            call
        )
        || (
            call.Instance is ILocalReferenceOperation { Local: var job }
            && TaskFlow
                .Reads(job, call)
                .Any(static read =>
                    read.Parent is not (IPropertyReferenceOperation or IConditionalAccessOperation)
                    && !(read.Parent is IInvocationOperation use && use.Instance == read)
                )
        );

    private static SyntaxNode TypeOf(IOperation call) =>
        call.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? call.Syntax.SyntaxTree.GetRoot();

    /// <summary>Whether a name is in a scope, besides the name of the call itself.</summary>
    private static bool Names(SyntaxNode scope, string name, IInvocationOperation call) =>
        scope
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Any(node =>
                node.Identifier.ValueText == name
                && !((call.Syntax as InvocationExpressionSyntax)?.Expression.Span.End == node.Span.End)
            );
}
