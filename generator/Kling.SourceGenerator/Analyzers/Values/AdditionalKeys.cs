using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// The keys that a bag of JSON members surely or possibly has: <c>new JsonObject { ["key"] = … }</c>, <c>.With("key", …)</c>, and those
/// that a local or a <c>static readonly</c> field contains.
/// </summary>
/// <param name="parameters">The property that the bag goes to, if it goes to one.</param>
/// <param name="cancellation">Stops the analysis.</param>
internal sealed class AdditionalKeys(IPropertySymbol? parameters, CancellationToken cancellation)
{
    // A bag can be made of another one.
    private const int MostBags = 8;

    public IEnumerable<PlacedValue> Of(PlacedValue bag) => Of(bag, MostBags);

    private IEnumerable<PlacedValue> Of(PlacedValue bag, int bags) =>
        bags == 0
            ? []
            : ValueReader.Leaves(bag, cancellation).SelectMany(leaf => AtName(bag, leaf) is { } shown ? Written(shown, bags) : []);

    /// <summary>What a local or a member was given is shown there: a bag is long, and its key is what is wrong.</summary>
    private PlacedValue? AtName(PlacedValue bag, PlacedValue leaf) =>
        leaf.IsInPlace ? leaf
        : bag.Model.GetSymbolInfo(bag.Value, cancellation).Symbol is ILocalSymbol ? leaf with { Place = leaf.Value }
        : MemberValue.Shown(leaf, target => SymbolEqualityComparer.Default.Equals(target, parameters), cancellation);

    private IEnumerable<PlacedValue> Written(PlacedValue bag, int bags)
    {
        IEnumerable<PlacedValue> Inner(ExpressionSyntax inner) => Of(bag.Part(inner, target: null), bags - 1);
        IEnumerable<PlacedValue> Members(IEnumerable<ExpressionSyntax>? members) =>
            (members ?? []).Select(Key).OfType<ExpressionSyntax>().Select(key => bag.Part(key, target: null));

        return bag.Value switch
        {
            BaseObjectCreationExpressionSyntax creation => (creation.ArgumentList?.Arguments ?? default)
                .SelectMany(argument => Inner(argument.Expression))
                .Concat(Members(creation.Initializer?.Expressions)),
            ArrayCreationExpressionSyntax array => Members(array.Initializer?.Expressions),
            ImplicitArrayCreationExpressionSyntax array => Members(array.Initializer.Expressions),
            CollectionExpressionSyntax collection => Members(
                    collection.Elements.OfType<ExpressionElementSyntax>().Select(static element => element.Expression)
                )
                .Concat(collection.Elements.OfType<SpreadElementSyntax>().SelectMany(spread => Inner(spread.Expression))),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "With" } access } call =>
                Inner(access.Expression).Concat(Argument(call.ArgumentList, "name") is { } key ? [bag.Part(key, target: null)] : []),
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "From" },
                ArgumentList.Arguments: { Count: 1 } arguments
            } => Inner(arguments[0].Expression),
            IdentifierNameSyntax
            or MemberAccessExpressionSyntax
                when bag.Model.GetSymbolInfo(bag.Value, cancellation).Symbol is { } symbol
                    && ValueReader.Given(bag, symbol, cancellation) is { } given => Changes(bag, symbol) is { } changes
                ? (AtName(bag, given) is { } shown ? Written(shown, bags - 1) : []).Concat(changes)
                : [],
            _ => [],
        };
    }

    /// <summary>
    /// The keys that statements add to a named bag before it is used; <see langword="null"/> if it may lose some, or is changed
    /// elsewhere.
    /// </summary>
    private List<PlacedValue>? Changes(PlacedValue bag, ISymbol symbol)
    {
        SyntaxNode declaration = symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        SyntaxNode scope =
            symbol is ILocalSymbol ? SingleAssignment.Body(declaration) : declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
        var added = new List<PlacedValue>();
        foreach (
            IdentifierNameSyntax name in scope
                .DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == symbol.Name)
        )
        {
            ExpressionSyntax use = name.Parent is MemberAccessExpressionSyntax whole && whole.Name == name ? whole : name;
            if (
                use == bag.Value
                || use.Parent
                    is AssignmentExpressionSyntax
                    {
                        Parent: InitializerExpressionSyntax,
                        Left: IdentifierNameSyntax { Identifier.ValueText: "AdditionalParameters" }
                    }
            )
            {
                continue;
            }

            switch (use.Parent)
            {
                case ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } keys } element:
                    if (element.Parent is AssignmentExpressionSyntax assignment && assignment.Left == element)
                    {
                        Add(keys[0].Expression);
                    }

                    break;
                case MemberAccessExpressionSyntax
                {
                    Name.Identifier.ValueText: "Add" or "TryAdd",
                    Parent: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } arguments }
                }:
                    Add(arguments[0].Expression);
                    break;
                case MemberAccessExpressionSyntax
                {
                    Name.Identifier.ValueText: "Count"
                        or "ContainsKey"
                        or "TryGetPropertyValue"
                        or "TryGetValue"
                        or "ToString"
                        or "ToJsonString"
                }:
                    break;
                default:
                    return null;
            }
        }

        return added;

        void Add(ExpressionSyntax key)
        {
            // What a field is given elsewhere may come later.
            if (symbol is ILocalSymbol && key.SpanStart < bag.Place.SpanStart && key.SyntaxTree == bag.Place.SyntaxTree)
            {
                added.Add(bag with { Place = key, Value = key });
            }
        }
    }

    private static ExpressionSyntax? Key(ExpressionSyntax member) =>
        member switch
        {
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } } =>
                arguments[0].Expression,
            InitializerExpressionSyntax { Expressions: { Count: > 0 } parts } => parts[0],
            BaseObjectCreationExpressionSyntax pair => Argument(pair.ArgumentList, "key"),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Create" } } pair =>
                Argument(pair.ArgumentList, "key"),
            _ => null,
        };

    /// <summary>An argument by its name, else the first.</summary>
    private static ExpressionSyntax? Argument(ArgumentListSyntax? list, string name) =>
        list is null
            ? null
            : list.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == name)?.Expression
                ?? list.Arguments.FirstOrDefault(static argument => argument.NameColon is null)?.Expression;
}
