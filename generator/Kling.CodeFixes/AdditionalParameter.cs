using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>One undeclared parameter in code: how to tell its record and its value, and how to move it to a declared one.</summary>
internal abstract class AdditionalParameter
{
    /// <summary>What is assigned to the parameter.</summary>
    public abstract ExpressionSyntax Value { get; }

    /// <summary>The parameter around its key, if it is written in one of the usual forms.</summary>
    public static AdditionalParameter? Around(SyntaxNode key) =>
        BagEntry.Around(key) ?? BagStep.Around(key) ?? (AdditionalParameter?)BuilderStep.Around(key);

    /// <summary>The record that the parameter is sent with.</summary>
    public abstract ITypeSymbol? Record(SemanticModel model, CancellationToken cancellationToken);

    /// <summary>Whether the declared parameter can be given a value here.</summary>
    public abstract bool CanAssign(IPropertySymbol property, SemanticModel model, CancellationToken cancellationToken);

    /// <summary>Whether the declared parameter has a value already.</summary>
    public abstract bool IsAssigned(string property);

    /// <summary>The root after the value was moved to the property.</summary>
    public abstract SyntaxNode Move(SyntaxNode root, string property, ExpressionSyntax value);

    /// <summary>A parameter in a bag that an initializer assigns.</summary>
    private abstract class InInitializer(AssignmentExpressionSyntax bag, InitializerExpressionSyntax record) : AdditionalParameter
    {
        protected AssignmentExpressionSyntax Bag => bag;

        /// <summary>Whether the initializer makes the record, and does not change a copy that may have other parameters.</summary>
        protected bool IsNew => record.Parent is BaseObjectCreationExpressionSyntax;

        public override ITypeSymbol? Record(SemanticModel model, CancellationToken cancellationToken) =>
            record.Parent is ExpressionSyntax creation ? model.GetTypeInfo(creation, cancellationToken).Type : null;

        public override bool CanAssign(IPropertySymbol property, SemanticModel model, CancellationToken cancellationToken) =>
            !property.IsReadOnly && !IsAssigned(property.Name) && !ItemTrivia.HasDirective(bag);

        public override bool IsAssigned(string property) =>
            record.Expressions.Any(expression =>
                expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } && name.Identifier.ValueText == property
            );

        public override SyntaxNode Move(SyntaxNode root, string property, ExpressionSyntax value)
        {
            ExpressionSyntax typed = SyntaxFactory.ParseExpression($"{property} = {value}");

            // A value that moved as it is has its own comments.
            SyntaxNode? kept = value.IsEquivalentTo(Value.WithoutTrivia()) ? Value : null;
            if (Rest() is not { } rest)
            {
                return root.ReplaceNode(bag, Comments.Keep(bag, typed, kept));
            }

            SyntaxTrivia after = ItemTrivia.EndsLine(bag.GetFirstToken().GetPreviousToken().TrailingTrivia)
                ? LineEnd.Of(root)
                : SyntaxFactory.Space;
            typed = typed.WithTrailingTrivia(CommentsOf(kept));
            return root.ReplaceNode(
                record,
                record.WithExpressions(Before(record.Expressions, record.Expressions.IndexOf(bag), typed, rest, after))
            );
        }

        /// <summary>The bag without the parameter; <see langword="null"/> if nothing is left.</summary>
        protected abstract AssignmentExpressionSyntax? Rest();

        /// <summary>The comments that go with the parameter, but for those in its value.</summary>
        protected abstract SyntaxTriviaList CommentsOf(SyntaxNode? kept);

        private static SeparatedSyntaxList<ExpressionSyntax> Before(
            SeparatedSyntaxList<ExpressionSyntax> list,
            int index,
            ExpressionSyntax added,
            ExpressionSyntax smaller,
            SyntaxTrivia after
        )
        {
            List<SyntaxNodeOrToken> parts = [.. list.GetWithSeparators()];
            SyntaxToken comma = SyntaxFactory.Token(default, SyntaxKind.CommaToken, SyntaxFactory.TriviaList(after));

            // A comment above the bag stays above the bag.
            SyntaxTriviaList indent = SyntaxFactory.TriviaList(
                smaller.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1)
            );
            parts[index * 2] = smaller;
            parts.InsertRange(index * 2, new SyntaxNodeOrToken[] { added.WithLeadingTrivia(indent), comma });
            return SyntaxFactory.SeparatedList<ExpressionSyntax>(parts);
        }
    }

    /// <summary><c>AdditionalParameters = new JsonObject { ["key"] = value }</c> in an initializer.</summary>
    private sealed class BagEntry(
        ExpressionSyntax entry,
        ExpressionSyntax value,
        InitializerExpressionSyntax entries,
        AssignmentExpressionSyntax bag,
        InitializerExpressionSyntax record
    ) : InInitializer(bag, record)
    {
        public override ExpressionSyntax Value => value;

        public static new BagEntry? Around(SyntaxNode key)
        {
            ExpressionSyntax? entry = key.AncestorsAndSelf()
                .OfType<ExpressionSyntax>()
                .FirstOrDefault(static node =>
                    node
                        is AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax }
                            or InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression }
                );
            ExpressionSyntax? value = entry switch
            {
                AssignmentExpressionSyntax assignment => assignment.Right,
                InitializerExpressionSyntax { Expressions.Count: 2 } pair => pair.Expressions[1],
                _ => null,
            };
            return
                entry
                    is {
                        Parent: InitializerExpressionSyntax
                        {
                            Parent: BaseObjectCreationExpressionSyntax
                            {
                                Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax record } bag
                            }
                        } entries
                    }
                && value is not null
                ? new BagEntry(entry, value, entries, bag, record)
                : null;
        }

        protected override AssignmentExpressionSyntax? Rest() =>
            entries.Expressions.Count == 1
                ? null
                : Bag.ReplaceNode(entries, ListElements.Without(entries, entries.Expressions.IndexOf(entry)));

        protected override SyntaxTriviaList CommentsOf(SyntaxNode? kept) => ItemTrivia.CommentsOf(entry, kept);
    }

    /// <summary><c>AdditionalParameters = bag.With("key", value)</c> in an initializer, also inside a longer chain.</summary>
    private sealed class BagStep(
        InvocationExpressionSyntax call,
        MemberAccessExpressionSyntax step,
        ExpressionSyntax value,
        AssignmentExpressionSyntax bag,
        InitializerExpressionSyntax record
    ) : InInitializer(bag, record)
    {
        public override ExpressionSyntax Value => value;

        public static new BagStep? Around(SyntaxNode key)
        {
            if (
                key.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent: { Parent: InvocationExpressionSyntax call } } name
                || call
                    is not {
                        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "With" } step,
                        ArgumentList.Arguments: { Count: 2 } arguments
                    }
            )
            {
                return null;
            }

            ExpressionSyntax chain = call;
            while (chain.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next })
            {
                chain = next;
            }

            return chain.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax record } bag && bag.Right == chain
                ? new BagStep(call, step, arguments[1 - arguments.IndexOf(name)].Expression, bag, record)
                : null;
        }

        protected override AssignmentExpressionSyntax? Rest()
        {
            AssignmentExpressionSyntax rest = Bag.ReplaceNode(call, ListElements.WithoutStep(call, step));
            return IsNew && rest.Right is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } ? null : rest;
        }

        protected override SyntaxTriviaList CommentsOf(SyntaxNode? kept) =>
            ItemTrivia
                .OnOneLine(step.OperatorToken.LeadingTrivia)
                .AddRange(Comments.Inside(call.ArgumentList, kept))
                .AddRange(ItemTrivia.OnOneLine(ListElements.CommentsAfterStep(call, step)));
    }

    /// <summary><c>.WithAdditionalParameter("key", value)</c> on a builder, also with named arguments in another order.</summary>
    private sealed class BuilderStep(InvocationExpressionSyntax call, MemberAccessExpressionSyntax step, ExpressionSyntax value)
        : AdditionalParameter
    {
        public override ExpressionSyntax Value => value;

        public static new BuilderStep? Around(SyntaxNode key) =>
            key.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent: { Parent: InvocationExpressionSyntax call } } name
            && call
                is {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WithAdditionalParameter" } step,
                    ArgumentList.Arguments: { Count: 2 } arguments
                }
                ? new BuilderStep(call, step, arguments[1 - arguments.IndexOf(name)].Expression)
                : null;

        public override ITypeSymbol? Record(SemanticModel model, CancellationToken cancellationToken) =>
            model
                .GetTypeInfo(call, cancellationToken)
                .Type?.BaseType?.GetMembers("Build")
                .OfType<IMethodSymbol>()
                .FirstOrDefault()
                ?.ReturnType;

        public override bool CanAssign(IPropertySymbol property, SemanticModel model, CancellationToken cancellationToken) =>
            !call.ArgumentList.ContainsDirectives
            && model.GetTypeInfo(call, cancellationToken).Type?.GetMembers("With" + property.Name).IsEmpty is false;

        // A later step of a builder overrides an earlier one, here as in the bag.
        public override bool IsAssigned(string property) => false;

        public override SyntaxNode Move(SyntaxNode root, string property, ExpressionSyntax typed)
        {
            ArgumentListSyntax list = call.ArgumentList;
            SyntaxNode? kept = typed.IsEquivalentTo(value.WithoutTrivia()) ? value : null;
            ArgumentSyntax argument = SyntaxFactory.Argument(typed.WithoutTrivia()).WithTrailingTrivia(Comments.Inside(list, kept));
            return root.ReplaceNode(
                call,
                call.WithExpression(step.WithName(SyntaxFactory.IdentifierName("With" + property).WithTriviaFrom(step.Name)))
                    .WithArgumentList(SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(argument)).WithTriviaFrom(list))
            );
        }
    }
}
