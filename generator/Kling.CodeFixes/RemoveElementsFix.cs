using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kling.CodeFixes;

/// <summary>KLING110: removes the items beyond the maximum number. They are reported along with the list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveElementsFix))]
public sealed class RemoveElementsFix() : SyntaxFix("KLING110")
{
    private protected override SyntaxEdit? Plan(
        IReadOnlyList<SyntaxNode> nodes,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        SyntaxNode[] surplus = [.. nodes.Skip(1)];
        return surplus.Length > 0 && surplus.All(ListElements.CanRemove)
            ? new SyntaxEdit(surplus.Length == 1 ? "Remove the extra item" : $"Remove the {surplus.Length} extra items", RemoveSurplus)
            : null;
    }

    private static SyntaxNode RemoveSurplus(SyntaxNode root, IReadOnlyList<SyntaxNode> nodes)
    {
        SyntaxNode[] surplus = [.. nodes.Skip(1)];
        SyntaxNode edited = root.TrackNodes(surplus);
        foreach (SyntaxNode element in surplus)
        {
            edited = ListElements.Remove(edited, edited.GetCurrentNode(element)!);
        }

        return edited;
    }
}
