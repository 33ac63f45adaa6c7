using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Which locals and fields have one value for good, and the expression that gives it.</summary>
internal static class SingleAssignment
{
    /// <summary>Members of lists that change nothing.</summary>
    private static readonly HashSet<string> Readers = new(
        (
            "Count Length Contains IndexOf Any All Select SelectMany Where First FirstOrDefault Last LastOrDefault Single ElementAt Append "
            + "Prepend Concat Take Skip Distinct Order OrderBy OrderByDescending Chunk Zip Sum Max Min Average Aggregate AsEnumerable ToArray "
            + "ToList ToHashSet ToDictionary ToLookup ToKlingList ToImmutableArray ToImmutableList"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>
    /// The expression that a local, a constant or a <c>readonly</c> field gets its value from, if nothing else can give it another.
    /// </summary>
    public static ExpressionSyntax? Value(ISymbol symbol, CancellationToken cancellation)
    {
        if (symbol is IPropertySymbol property)
        {
            return Value(property, cancellation);
        }

        if (
            symbol is not (ILocalSymbol { IsRef: false } or IFieldSymbol { IsConst: true } or IFieldSymbol { IsReadOnly: true })
            || symbol.DeclaringSyntaxReferences.Length != 1
        )
        {
            return null;
        }

        SyntaxNode declaration = symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        IdentifierNameSyntax[] writes = symbol is IFieldSymbol { IsConst: true }
            ? []
            : [.. Uses(symbol, cancellation).Where(IsWritten).Take(2)];
        return (declaration, writes.Length) switch
        {
            (VariableDeclaratorSyntax { Initializer.Value: var value }, 0) => value,
            (VariableDeclaratorSyntax { Initializer: null } declarator, 1) when symbol is ILocalSymbol => Assigned(writes[0], declarator),
            (SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax argument } }, 0)
                when Created(argument) is { } text => text,
            (SingleVariableDesignationSyntax designation, 0) => Deconstructed(designation),
            _ => null,
        };
    }

    /// <summary>What a property without a setter always gives: <c>static string Title => "Night";</c>.</summary>
    private static ExpressionSyntax? Value(IPropertySymbol property, CancellationToken cancellation) =>
        property
            is {
                SetMethod: null,
                IsIndexer: false,
                IsVirtual: false,
                IsAbstract: false,
                IsOverride: false,
                DeclaringSyntaxReferences.Length: 1
            }
        && property.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is PropertyDeclarationSyntax declaration
            ? declaration.ExpressionBody?.Expression
                ?? (declaration.Initializer is { } given && !Uses(property, cancellation).Any(IsWritten) ? given.Value : null)
            : null;

    /// <summary>The text that a local has as its URL: <c>Uri.TryCreate("https://…", UriKind.Absolute, out Uri? local)</c>.</summary>
    private static ExpressionSyntax? Created(ArgumentSyntax argument) =>
        argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword)
        && argument.Parent
            is ArgumentListSyntax
            {
                Arguments: { Count: 3 } arguments,
                Parent: InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryCreate", Expression: var type }
                }
            }
        && type.ToString() is "Uri" or "System.Uri" or "global::System.Uri"
        && arguments[1].ToString().Contains("UriKind")
            ? arguments[0].Expression
            : null;

    /// <summary>What a local of <c>var (a, b) = (1, 2)</c> is given.</summary>
    private static ExpressionSyntax? Deconstructed(SingleVariableDesignationSyntax local)
    {
        var path = new Stack<int>();
        for (SyntaxNode? node = local; node is not null; node = node.Parent)
        {
            switch (node.Parent)
            {
                case ParenthesizedVariableDesignationSyntax several:
                    path.Push(several.Variables.IndexOf((VariableDesignationSyntax)node));
                    break;
                case TupleExpressionSyntax tuple:
                    path.Push(tuple.Arguments.IndexOf((ArgumentSyntax)node));
                    break;
                case AssignmentExpressionSyntax assignment when assignment.Left == node:
                    return path.Aggregate(
                        (ExpressionSyntax?)assignment.Right,
                        static (value, index) =>
                            value is TupleExpressionSyntax { Arguments: var parts } && index < parts.Count ? parts[index].Expression : null
                    );
                case DeclarationExpressionSyntax or ArgumentSyntax:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>
    /// What a local without an initialiser is given. The compiler lets it be read only where it surely has been assigned: if there is
    /// one assignment, whatever is around it, its value is the only one that can be read.
    /// </summary>
    private static ExpressionSyntax? Assigned(IdentifierNameSyntax local, VariableDeclaratorSyntax declarator) =>
        local.Parent is ArgumentSyntax argument ? Created(argument)
        : local.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
        && assignment.Right is not RefExpressionSyntax
        && declarator.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()?.Parent is { } block
        && (block is GlobalStatementSyntax ? block.Parent : block)!.Contains(local)
            ? assignment.Right
        : null;

    /// <summary>Whether a named list or array is surely not changed: nothing is done with it but to read it.</summary>
    public static bool IsOnlyRead(ISymbol symbol, CancellationToken cancellation) =>
        symbol is ILocalSymbol or IFieldSymbol { DeclaredAccessibility: Accessibility.Private }
        && symbol.DeclaringSyntaxReferences.Length == 1
        && Uses(symbol, cancellation).All(IsRead);

    // Names alone decide: another variable of the same name that is written to only makes a value unknown.
    private static IEnumerable<IdentifierNameSyntax> Uses(ISymbol symbol, CancellationToken cancellation)
    {
        IEnumerable<SyntaxNode> scopes = symbol is IFieldSymbol or IPropertySymbol
            ? symbol.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation))
            : [Body(symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellation))];
        return scopes
            .SelectMany(static scope => scope.DescendantNodes())
            .OfType<IdentifierNameSyntax>()
            .Where(identifier => identifier.Identifier.ValueText == symbol.Name);
    }

    private static bool IsRead(IdentifierNameSyntax identifier)
    {
        ExpressionSyntax use = identifier.Parent is MemberAccessExpressionSyntax whole && whole.Name == identifier ? whole : identifier;
        return use.Parent switch
        {
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax }
            or NameColonSyntax
            or SpreadElementSyntax
            or ForEachStatementSyntax => true,
            ElementAccessExpressionSyntax element => element.Expression == use && !IsWritten(element),
            MemberAccessExpressionSyntax access => access.Expression == use && Readers.Contains(access.Name.Identifier.ValueText),
            ArgumentSyntax
            {
                Parent.Parent: InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method }
                }
            } => method.StartsWith("With", StringComparison.Ordinal) || method is "CreateBuilder" or "Concat" or "Join" or "AddRange",
            _ => false,
        };
    }

    /// <summary>The member, or the top-level statements, that contain a node.</summary>
    public static SyntaxNode Body(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax)
            is { } member
                and not BaseNamespaceDeclarationSyntax
            ? member
            : node.SyntaxTree.GetRoot();

    private static bool IsWritten(ExpressionSyntax expression) =>
        expression.Parent switch
        {
            // A member of an object initializer has a name of its own.
            AssignmentExpressionSyntax assignment => assignment.Left == expression && assignment.Parent is not InitializerExpressionSyntax,
            PrefixUnaryExpressionSyntax unary => unary.Kind()
                is SyntaxKind.PreIncrementExpression
                    or SyntaxKind.PreDecrementExpression
                    or SyntaxKind.AddressOfExpression,
            PostfixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
            RefExpressionSyntax => true,
            ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsWritten(tuple),
            ArgumentSyntax argument => argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword,
            ParenthesizedExpressionSyntax parenthesized => IsWritten(parenthesized),

            // A member of it, or it itself as a member: a tuple is changed by either.
            MemberAccessExpressionSyntax access => IsWritten(access),
            _ => false,
        };
}
