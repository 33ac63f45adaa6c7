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

    private readonly Keepers _keepers = new(known, cancellation);

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
        if (member?.ContainingType is { } type && QuietPlace.IsTest(type))
        {
            return UseKind.Open;
        }

        bool isPublished =
            known.Compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary && IsPublic(member) && _keepers.AreDrafts;
        return _keepers.Use() switch
        {
            _ when _keepers.AreTested => UseKind.Open,
            UseKind.Sent => UseKind.Sent,
            _ when isPublished => UseKind.Published,
            null => UseKind.Unreachable,
            _ => UseKind.Kept,
        };
    }

    /// <summary>What an expression does with the object that it gets, and who keeps it.</summary>
    public UseKind? Of(ExpressionSyntax value, out Keepers keepers)
    {
        UseKind? use = Of(value, MostSteps);
        keepers = _keepers;
        return use;
    }

    /// <summary>A member has the object from now on: all code that names the member gets it.</summary>
    private UseKind KeptBy(ISymbol? member)
    {
        _keepers.Add(member);
        return UseKind.Kept;
    }

    /// <summary>The member or the local function that returns a value, or that is initialized with it.</summary>
    private ISymbol? Returning(SyntaxNode value)
    {
        SyntaxNode? member = value
            .Ancestors()
            .FirstOrDefault(static node =>
                node
                    is MemberDeclarationSyntax
                        or LocalFunctionStatementSyntax
                        or AnonymousFunctionExpressionSyntax
                        or VariableDeclaratorSyntax
            );
        return
            member
                is MethodDeclarationSyntax
                    or PropertyDeclarationSyntax
                    or LocalFunctionStatementSyntax
                    or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax }
            ? model.GetDeclaredSymbol(member, cancellation)
            : null;
    }

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
                LambdaExpressionSyntax lambda => OfLambda(lambda, steps),
                ReturnStatementSyntax
                    when value.FirstAncestorOrSelf<SyntaxNode>(static node =>
                        node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax
                    )
                        is LambdaExpressionSyntax lambda => OfLambda(lambda, steps),
                SelectClauseSyntax { Parent: QueryBodySyntax { Continuation: null, Parent: QueryExpressionSyntax query } } => Of(
                    query,
                    steps
                ) ?? KeptBy(null),
                ForEachStatementSyntax loop => loop.Expression == value
                    ? OfUses(model.GetDeclaredSymbol(loop, cancellation), loop.Statement, steps)
                    : UseKind.Open,
                MemberAccessExpressionSyntax access when access.Expression == value => OfMember(access, steps),
                ElementAccessExpressionSyntax element when element.Expression == value => Of(element, steps),
                EqualsValueClauseSyntax
                or ReturnStatementSyntax
                or YieldStatementSyntax
                or ArrowExpressionClauseSyntax => KeptBy(Returning(value)),
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
            IFieldSymbol or IPropertySymbol => KeptBy(target),
            _ => UseKind.Open,
        };
    }

    /// <summary>
    /// The client's methods take a request by its interface, and cannot complete it. A builder validates what it is given.
    /// </summary>
    private UseKind? OfArgument(ArgumentSyntax argument, int steps) =>
        argument.Parent is BaseArgumentListSyntax { Parent: ExpressionSyntax call }
        && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method
        && CallArguments.Parameter(argument, method) is { } parameter
            ? known.TakesRequests(parameter.Type) || IsBuilder(method) ? UseKind.Sent
                : ListReader.IsCreation(method) ? Of(call, steps) ?? KeptBy(null)
                : IsFilling(method) ? OfList((call as InvocationExpressionSyntax)?.Expression as MemberAccessExpressionSyntax, steps)
                : UseKind.Open
        : argument.Parent is TupleExpressionSyntax ? KeptBy(null)
        : UseKind.Open;

    /// <summary>What is done with the elements of a list that gets the object: <c>requests.Add(…)</c>.</summary>
    private UseKind? OfList(MemberAccessExpressionSyntax? add, int steps) =>
        add is null
            ? UseKind.Open
            : model.GetSymbolInfo(add.Expression, cancellation).Symbol switch
            {
                ILocalSymbol local => Of(local, add, steps),
                ISymbol list and (IFieldSymbol or IPropertySymbol) => KeptBy(list),
                _ => UseKind.Open,
            };

    /// <summary>
    /// A property that is read says nothing, and a method may do anything. One that projects a sequence does what its lambda does.
    /// </summary>
    private UseKind? OfMember(MemberAccessExpressionSyntax access, int steps) =>
        access.Parent is not InvocationExpressionSyntax call ? null
        : model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method && IsFilling(method) ? null
        : !IsSequence(call) ? UseKind.Open
        : access.Name.Identifier.ValueText != "Select" ? Of(call, steps) ?? KeptBy(null)
        : call.ArgumentList.Arguments is { Count: 1 } arguments
        && arguments[0].Expression is SimpleLambdaExpressionSyntax projection
        && model.GetDeclaredSymbol(projection.Parameter, cancellation) is { } element
            ? OfUses(element, projection.Body, steps)
        : UseKind.Open;

    /// <summary>What a lambda returns.</summary>
    private UseKind? OfLambda(LambdaExpressionSyntax lambda, int steps) =>
        lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && IsSequence(call)
            ? Of(call, steps) ?? KeptBy(null)
            : KeptBy(null);

    private bool IsBuilder(IMethodSymbol method) =>
        known.RequestOf(method.IsStatic ? method.ReturnType as INamedTypeSymbol : method.ContainingType) is not null;

    private UseKind? Of(ILocalSymbol local, SyntaxNode declaration, int steps)
    {
        if (known.ShapeOf(local.Type) is null && known.ShapeOf(ListReader.ItemType(local.Type)) is null && !known.TakesRequests(local.Type))
        {
            return KeptBy(null);
        }

        if (SingleAssignment.Value(local, cancellation) is null)
        {
            return UseKind.Open;
        }

        return OfUses(local, SingleAssignment.Body(declaration), steps);
    }

    /// <summary>What the code does with a local or a parameter that has the object.</summary>
    private UseKind? OfUses(ISymbol? variable, SyntaxNode scope, int steps)
    {
        UseKind?[] uses =
        [
            .. scope
                .DescendantNodesAndSelf()
                .OfType<IdentifierNameSyntax>()
                .Where(use =>
                    use.Identifier.ValueText == variable?.Name
                    && !(use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use)
                    && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellation).Symbol, variable)
                )
                .Select(use => Of(use, steps - 1)),
        ];
        if (variable is null)
        {
            return UseKind.Open;
        }

        // An object never changes, but another one can take its place in a list.
        bool isList = variable is ILocalSymbol { Type: var type } && known.ShapeOf(type) is null;
        return
            uses.Length == 0 ? (variable is ILocalSymbol { IsForEach: false } ? UseKind.Sent : null)
            : isList && uses.Contains(UseKind.Open) ? UseKind.Open
            : uses.Contains(UseKind.Sent) ? UseKind.Sent
            : uses.Contains(UseKind.Open) ? UseKind.Open
            : uses.Contains(UseKind.Kept) ? UseKind.Kept
            : null;
    }

    /// <summary>Whether a method of a list only adds an element.</summary>
    private static bool IsFilling(IMethodSymbol method) =>
        method
            is {
                Name: "Add" or "Enqueue" or "Push",
                Parameters.Length: 1,
                ContainingType: { Name: "List" or "Queue" or "Stack", ContainingNamespace.Name: "Generic" }
            };

    /// <summary>Calls that return the same elements, such as <c>requests.Select(…).ToArray()</c>.</summary>
    private bool IsSequence(InvocationExpressionSyntax call) =>
        model.GetSymbolInfo(call, cancellation).Symbol
            is IMethodSymbol
            {
                Name: "Select" or "ToArray" or "ToList",
                ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" }
            };
}
