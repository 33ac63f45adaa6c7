using Kling.Completion;
using Kling.SourceGenerator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>
/// KLING120, KLING121: a request to a replaced model becomes one to its successor. What has no counterpart there is listed in the title and
/// in a comment.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseSuccessorFix))]
public sealed class UseSuccessorFix() : SyntaxFix("KLING120", "KLING121")
{
    private protected override SyntaxEdit? Plan(
        IReadOnlyList<SyntaxNode> nodes,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        nodes[0] is LiteralExpressionSyntax slug ? OfSlug(slug, model)
        : ReplacedRequest.Around(nodes[0]) is { } expression ? OfRequest(expression, model, cancellationToken)
        : null;

    /// <summary>A slug in a text: the body beside it is JSON, whose names stay as they are.</summary>
    private static SyntaxEdit? OfSlug(LiteralExpressionSyntax slug, SemanticModel model)
    {
        if (
            Models(model).FirstOrDefault(pair => pair.Slug == slug.Token.ValueText).Request is not { } old
            || ModelReplacement.Of(old) is not { } successor
        )
        {
            return null;
        }

        string[] names =
        [
            .. successor.Parameters.Select(static pair =>
                pair.Successor is { } name ? $"rename {pair.Name} to {name}" : $"remove {pair.Name}"
            ),
            .. successor.Values.Select(static value => $"write {value.Successor} for {value.Value} in {value.Name}"),
        ];
        return SyntaxEdit.Replace(
            names.Length == 0 ? $"Use '{successor.Slug}'" : $"Use '{successor.Slug}'; in the body, {string.Join(", ", names)}",
            SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(successor.Slug))
        );
    }

    private static SyntaxEdit? OfRequest(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        if (
            ReplacedRequest.Of(expression, model, cancellationToken) is not { } request
            || ModelReplacement.Of(request.Type) is not { } replacement
            || Models(model).FirstOrDefault(pair => pair.Slug == replacement.Slug).Request is not { } successor
        )
        {
            return null;
        }

        var names = new SuccessorNames(replacement, successor, expression.SpanStart, model, cancellationToken);
        SuccessorRequest? moved = expression is BaseObjectCreationExpressionSyntax creation
            ? SuccessorInitializer.Of(creation, names)
            : SuccessorChain.Of((InvocationExpressionSyntax)expression, names);
        if (moved is null)
        {
            return null;
        }

        ExpressionSyntax replacing = moved.WithLosses(replacement.Slug, expression);
        string type = names.TypeName(successor);
        return new SyntaxEdit(
            moved.Title(replacement.Slug),
            (root, nodes) => request.Replace(root, ReplacedRequest.Around(nodes[0])!, replacing, type)
        );
    }

    private static IEnumerable<(string Slug, INamedTypeSymbol Request)> Models(SemanticModel model) =>
        model.Compilation.SourceModule.ReferencedAssemblySymbols.Prepend(model.Compilation.Assembly).SelectMany(Generated.Models);
}
