using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kling.CodeFixes;

/// <summary>
/// What all fixes have in common: each repairs the reported node within its file, and all of a file, project or solution can
/// be repaired at once. A fix is offered only where its edit is certain.
/// </summary>
public abstract class SyntaxFix : CodeFixProvider
{
    private readonly FixAllProvider _fixAll;

    private protected SyntaxFix(params string[] ids)
    {
        FixableDiagnosticIds = ImmutableArray.Create(ids);
        _fixAll = FixAllProvider.Create((context, document, diagnostics) => FixAsync(document, diagnostics, context.CancellationToken));
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => _fixAll;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode node = NodeAt(root, diagnostic);
            if (Plan(node, diagnostic, model, context.CancellationToken) is { } edit)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(edit.Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(edit.Apply(root, node))), equivalenceKey: GetType().Name),
                    diagnostic);
            }
        }
    }

    /// <summary>Decides how to repair one node, or that it cannot be repaired.</summary>
    private protected abstract SyntaxEdit? Plan(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken);

    private static SyntaxNode NodeAt(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    private async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return document;
        }

        List<(SyntaxNode Node, SyntaxEdit Edit)> edits = [];
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            SyntaxNode node = NodeAt(root, diagnostic);
            if (Plan(node, diagnostic, model, cancellationToken) is { } edit)
            {
                edits.Add((node, edit));
            }
        }

        SyntaxNode edited = root.TrackNodes(edits.Select(static edit => edit.Node));
        foreach ((SyntaxNode node, SyntaxEdit edit) in edits)
        {
            // An earlier edit may have removed it.
            if (edited.GetCurrentNode(node) is { } current)
            {
                edited = edit.Apply(edited, current);
            }
        }

        return document.WithSyntaxRoot(edited);
    }
}
