using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kling.CodeFixes;

/// <summary>
/// What all fixes have in common: each repairs the reported place within its file, and all of a file, project or solution can be repaired
/// at once. A fix is offered only where its edit is certain.
/// </summary>
public abstract class SyntaxFix : CodeFixProvider
{
    private readonly FixAllProvider _fixAll;

    private protected SyntaxFix(params string[] ids)
    {
        FixableDiagnosticIds = ImmutableArray.Create(ids);
        _fixAll = FixAllProvider.Create(
            async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false)
        );
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => _fixAll;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (
                (SyntaxEdit edit, _) in await PlanAsync(context.Document, ImmutableArray.Create(diagnostic), context.CancellationToken)
                    .ConfigureAwait(false)
            )
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        edit.Title,
                        cancellationToken => FixAsync(context.Document, ImmutableArray.Create(diagnostic), cancellationToken),
                        equivalenceKey: GetType().Name
                    ),
                    diagnostic
                );
            }
        }
    }

    /// <summary>
    /// Decides how to repair one place, or that it cannot be repaired. The reported node comes first, then what is reported along with it.
    /// </summary>
    private protected abstract SyntaxEdit? Plan(
        IReadOnlyList<SyntaxNode> nodes,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellationToken
    );

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        List<(SyntaxEdit Edit, IReadOnlyList<SyntaxNode> Nodes)> plans = await PlanAsync(document, diagnostics, cancellationToken)
            .ConfigureAwait(false);
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return document;
        }

        root = root.TrackNodes(plans.SelectMany(static plan => plan.Nodes));
        foreach ((SyntaxEdit edit, IReadOnlyList<SyntaxNode> nodes) in plans)
        {
            SyntaxNode[] current = [.. nodes.Select(node => root.GetCurrentNode(node)).OfType<SyntaxNode>()];

            // An earlier edit may have removed some of it: then the next look at the code decides anew.
            if (current.Length == nodes.Count)
            {
                root = edit.Apply(root, current);
            }
        }

        return document.WithSyntaxRoot(root);
    }

    private async Task<List<(SyntaxEdit Edit, IReadOnlyList<SyntaxNode> Nodes)>> PlanAsync(
        Document document,
        ImmutableArray<Diagnostic> diagnostics,
        CancellationToken cancellationToken
    )
    {
        List<(SyntaxEdit, IReadOnlyList<SyntaxNode>)> plans = [];
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return plans;
        }

        foreach (Diagnostic diagnostic in diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            Location[] places = [diagnostic.Location, .. diagnostic.AdditionalLocations];
            SyntaxNode[] nodes =
            [
                .. places
                    .Where(place => place.SourceTree?.FilePath == root.SyntaxTree.FilePath)
                    .Select(place => root.FindNode(place.SourceSpan, getInnermostNodeForTie: true)),
            ];
            if (nodes.Length == places.Length && Plan(nodes, diagnostic, model, cancellationToken) is { } edit)
            {
                SyntaxNode[] edited = edit.At is { } at ? [at] : nodes;
                if (!edited.Any(HasDirective) && !UnreadNames.AreLeftBy(edit, edited, root))
                {
                    plans.Add((edit, edited));
                }
            }
        }

        return plans;
    }

    /// <summary>Whether a node contains a directive such as <c>#if</c>: what is written instead could not keep it.</summary>
    private protected static bool HasDirective(SyntaxNode node) =>
        node.ContainsDirectives && node.DescendantTrivia().Any(trivia => trivia.IsDirective && node.Span.Contains(trivia.Span));
}
