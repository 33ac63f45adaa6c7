using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING211: an option that is set after the client was created, which has copied its options. Only options that nothing else can have, or
/// use later, are judged.
/// </summary>
internal static class LateOptionRule
{
    public static void Check(PlacedValue value, IAssignmentOperation assignment, OperationAnalysisContext context)
    {
        if (
            assignment
                is {
                    Target: IPropertyReferenceOperation
                    {
                        Property: { ContainingType.Name: "KlingClientOptions", Name: var name },
                        Instance: ILocalReferenceOperation { Local: var options }
                    },
                    Parent: IExpressionStatementOperation { Parent: IBlockOperation block } statement
                }
            && block.Locals.Contains(options, SymbolEqualityComparer.Default)
            && TaskFlow.InitialValue(options, assignment) is IObjectCreationOperation
        )
        {
            IOperation[] uses = [.. TaskFlow.Uses(options, assignment)];
            bool isCopied = block.Operations.Any(step =>
                step.Syntax.Span.End <= statement.Syntax.SpanStart
                && step is IVariableDeclarationGroupOperation or IExpressionStatementOperation
                && uses.Any(use => step.Syntax.Span.Contains(use.Syntax.Span) && IsOfClient(use))
            );
            if (isCopied && uses.All(use => IsSet(use) || (IsOfClient(use) && use.Syntax.SpanStart < assignment.Syntax.SpanStart)))
            {
                OptionRule.Report(value, name, "assigned before the client is created, which copies its options", assignment, context);
            }
        }
    }

    private static bool IsSet(IOperation use) =>
        use.Parent is IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } property
        && assignment.Target == property
        && TaskFlow.FunctionOf(use) is null;

    private static bool IsOfClient(IOperation use) =>
        use.Parent is IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "KlingClient" } } && TaskFlow.FunctionOf(use) is null;
}
