using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// Whether an object is sent as it was constructed. Records are immutable, so only code that gets the object as its own type can
/// complete a copy of it. What an object lacks that is completed later is not reported.
/// </summary>
internal sealed class FinalUse(SemanticModel model, KnownSymbols known, CancellationToken cancellation)
{
    // Locals can be passed on from one to the next.
    private const int MostSteps = 8;

    // Who keeps the object; null where it has no name.
    private readonly List<string?> _keepers = [];

    public UseKind Of(ExpressionSyntax value) =>
        Of(value, MostSteps) switch
        {
            UseKind.Sent => UseKind.Sent,
            UseKind.Kept => OfKept(value),
            _ => UseKind.Open,
        };

    private UseKind OfKept(ExpressionSyntax value)
    {
        ISymbol? member = model.GetEnclosingSymbol(value.SpanStart, cancellation);
        return
            member?.ContainingType is { } type && QuietPlace.IsTest(type) ? UseKind.Open
            : known.Compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary && IsPublic(member) ? UseKind.Published
            : _keepers.All(keeper => keeper is not null && !known.Copies.IsNamed(keeper)) ? UseKind.Unreachable
            : UseKind.Kept;
    }

    /// <summary>A member has the object from now on: all code that names the member gets it.</summary>
    private UseKind KeptBy(string? member)
    {
        _keepers.Add(member);
        return UseKind.Kept;
    }

    /// <summary>The name of the member or the local function that returns a value, or that is initialized with it.</summary>
    private static string? Returning(SyntaxNode value) =>
        value.Ancestors().FirstOrDefault(static node =>
            node is MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or VariableDeclaratorSyntax
        ) switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } field => field.Identifier.ValueText,
            _ => null,
        };

    private static bool IsPublic(ISymbol? member)
    {
        while (
            member
                is not INamespaceSymbol
                    and (
                        { DeclaredAccessibility: Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal }
                        or IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction }
                    )
        )
        {
            member = member.ContainingSymbol;
        }

        return member is INamespaceSymbol;
    }

    /// <summary>What one use does with the object; <see langword="null"/> if it only reads of it.</summary>
    private UseKind? Of(ExpressionSyntax value, int steps) =>
        steps == 0
            ? UseKind.Open
            : value.Parent switch
            {
                ParenthesizedExpressionSyntax
                or CastExpressionSyntax
                or CheckedExpressionSyntax
                or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
                or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } => Of((ExpressionSyntax)value.Parent, steps),
                ConditionalExpressionSyntax conditional => value == conditional.Condition ? UseKind.Open : Of(conditional, steps),
                SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => Of(choice, steps),
                ExpressionElementSyntax { Parent: CollectionExpressionSyntax list } => Of(list, steps) ?? KeptBy(null),
                InitializerExpressionSyntax { Parent: ExpressionSyntax list } => Of(list, steps) ?? KeptBy(null),
                ExpressionStatementSyntax => UseKind.Sent,
                AssignmentExpressionSyntax assignment => assignment.Right == value ? OfAssigned(assignment, steps) : UseKind.Open,
                ArgumentSyntax argument => OfArgument(argument, steps),
                EqualsValueClauseSyntax
                {
                    Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } declarator
                } => model.GetDeclaredSymbol(declarator, cancellation) is ILocalSymbol local ? Of(local, declarator, steps) : UseKind.Open,
                LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } => IsSequence(call)
                    ? Of(call, steps) ?? KeptBy(null)
                    : KeptBy(null),
                MemberAccessExpressionSyntax access when access.Expression == value => OfMember(access, steps),
                EqualsValueClauseSyntax
                or ReturnStatementSyntax
                or YieldStatementSyntax
                or ArrowExpressionClauseSyntax
                or LambdaExpressionSyntax => KeptBy(Returning(value)),
                _ => UseKind.Open,
            };

    /// <summary>A discard, a property of a record that is itself sent, a local, or a field.</summary>
    private UseKind? OfAssigned(AssignmentExpressionSyntax assignment, int steps)
    {
        ISymbol? target = model.GetSymbolInfo(assignment.Left, cancellation).Symbol;
        return target switch
        {
            IDiscardSymbol => UseKind.Sent,
            IPropertySymbol property when assignment.Parent is InitializerExpressionSyntax { Parent: ExpressionSyntax record } =>
                known.ShapeOf(property.ContainingType) is not null ? Of(record, steps) : KeptBy(null),
            ILocalSymbol local => Of(local, assignment, steps),
            IFieldSymbol or IPropertySymbol => KeptBy(target.Name),
            _ => UseKind.Open,
        };
    }

    /// <summary>
    /// The client's methods take a request by its interface, and cannot complete it. A builder validates what it is given.
    /// </summary>
    private UseKind OfArgument(ArgumentSyntax argument, int steps) =>
        argument.Parent is BaseArgumentListSyntax { Parent: ExpressionSyntax call }
        && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method
        && CallArguments.Parameter(argument, method) is { } parameter
            ? known.TakesRequests(parameter.Type) || IsBuilder(method) ? UseKind.Sent
                : ListReader.IsCreation(method) ? Of(call, steps) ?? KeptBy(null)
                : UseKind.Open
        : argument.Parent is TupleExpressionSyntax ? KeptBy(null)
        : UseKind.Open;

    /// <summary>A property that is read says nothing, and a method may do anything.</summary>
    private UseKind? OfMember(MemberAccessExpressionSyntax access, int steps) =>
        access.Parent is not InvocationExpressionSyntax call ? null
        : IsSequence(call) ? Of(call, steps) ?? KeptBy(null)
        : UseKind.Open;

    private bool IsBuilder(IMethodSymbol method) =>
        known.RequestOf(method.IsStatic ? method.ReturnType as INamedTypeSymbol : method.ContainingType) is not null;

    private UseKind? Of(ILocalSymbol local, SyntaxNode declaration, int steps)
    {
        if (known.ShapeOf(local.Type) is null && !known.TakesRequests(local.Type))
        {
            return KeptBy(null);
        }

        if (SingleAssignment.Value(local, cancellation) is null)
        {
            return UseKind.Open;
        }

        UseKind?[] uses =
        [
            .. SingleAssignment
                .Body(declaration)
                .DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(use =>
                    use.Identifier.ValueText == local.Name
                    && !(use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use)
                    && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellation).Symbol, local)
                )
                .Select(use => Of(use, steps - 1)),
        ];
        return
            uses.Length == 0 || uses.Contains(UseKind.Sent) ? UseKind.Sent
            : uses.Contains(UseKind.Open) ? UseKind.Open
            : uses.Contains(UseKind.Kept) ? UseKind.Kept
            : null;
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
