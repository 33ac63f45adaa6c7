using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// Whether an object is surely sent as it was constructed, or surely not used. Records are immutable, so only somebody who gets the object
/// as its own type can complete a copy of it: a method of the user's, the reader of a field or a list, a caller. What such an object lacks
/// is not reported.
/// </summary>
internal sealed class FinalUse(SemanticModel model, KnownSymbols known, CancellationToken cancellation)
{
    // Locals can be passed on from one to the next.
    private const int MostSteps = 8;

    public bool IsFinal(ExpressionSyntax value) => IsFinal(value, MostSteps);

    private bool IsFinal(ExpressionSyntax value, int steps) =>
        steps > 0
        && value.Parent switch
        {
            ParenthesizedExpressionSyntax
            or CastExpressionSyntax
            or CheckedExpressionSyntax
            or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } => IsFinal((ExpressionSyntax)value.Parent, steps),
            ConditionalExpressionSyntax conditional => value != conditional.Condition && IsFinal(conditional, steps),
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => IsFinal(choice, steps),
            ExpressionElementSyntax { Parent: CollectionExpressionSyntax list } => IsFinal(list, steps),
            InitializerExpressionSyntax { Parent: ExpressionSyntax list } => IsFinal(list, steps),
            ExpressionStatementSyntax => true,
            AssignmentExpressionSyntax assignment => assignment.Right == value && IsAssignedForGood(assignment, steps),
            ArgumentSyntax argument => IsSent(argument, steps),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } declarator } =>
                model.GetDeclaredSymbol(declarator, cancellation) is ILocalSymbol local && IsFinal(local, declarator, steps),
            LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } => IsSequence(call)
                && IsFinal(call, steps),
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access => access.Expression == value
                && IsSequence(call)
                && IsFinal(call, steps),
            _ => false,
        };

    /// <summary>A discard, a property of a record that is itself sent, or a local that has no other value.</summary>
    private bool IsAssignedForGood(AssignmentExpressionSyntax assignment, int steps)
    {
        ISymbol? target = model.GetSymbolInfo(assignment.Left, cancellation).Symbol;
        return target switch
        {
            IDiscardSymbol => true,
            IPropertySymbol property when assignment.Parent is InitializerExpressionSyntax { Parent: ExpressionSyntax record } =>
                known.ShapeOf(property.ContainingType) is not null && IsFinal(record, steps),
            ILocalSymbol local => IsFinal(local, assignment, steps),
            _ => false,
        };
    }

    /// <summary>
    /// The client's methods take a request by its interface, and cannot complete it. A builder validates what it is given.
    /// </summary>
    private bool IsSent(ArgumentSyntax argument, int steps) =>
        argument.Parent is BaseArgumentListSyntax { Parent: ExpressionSyntax call }
        && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method
        && CallArguments.Parameter(argument, method) is { } parameter
        && (known.TakesRequests(parameter.Type) || IsBuilder(method) || (ListReader.IsCreation(method) && IsFinal(call, steps)));

    private bool IsBuilder(IMethodSymbol method) =>
        known.RequestOf(method.IsStatic ? method.ReturnType as INamedTypeSymbol : method.ContainingType) is not null;

    private bool IsFinal(ILocalSymbol local, SyntaxNode declaration, int steps)
    {
        if ((known.ShapeOf(local.Type) is null && !known.TakesRequests(local.Type)) || SingleAssignment.Value(local, cancellation) is null)
        {
            return false;
        }

        bool isUsed = false;
        foreach (IdentifierNameSyntax use in SingleAssignment.Body(declaration).DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (
                use.Identifier.ValueText == local.Name
                && !(use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use)
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellation).Symbol, local)
            )
            {
                isUsed = true;
                if (IsFinal(use, steps - 1))
                {
                    return true;
                }
            }
        }

        return !isUsed;
    }

    /// <summary>Calls that return the same elements, such as <c>requests.Select(…).ToArray()</c>.</summary>
    private bool IsSequence(InvocationExpressionSyntax call) =>
        model.GetSymbolInfo(call, cancellation).Symbol
            is IMethodSymbol
            {
                Name: "Select" or "ToArray" or "ToList",
                ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" }
            };
}
