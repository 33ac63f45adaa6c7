using Microsoft.CodeAnalysis;

namespace Kling.CodeFixes;

/// <summary>A repair that has not been applied yet.</summary>
/// <param name="Title">The title in the editor's list of fixes.</param>
/// <param name="Apply">
/// Gives the new root for a root and the reported nodes in it, the place itself first. Among several edits the root is not the one that the
/// decision was made for, so nothing here may ask a semantic model.
/// </param>
/// <param name="At">The node that is edited if it is not the reported one.</param>
internal sealed record SyntaxEdit(
    string Title,
    Func<SyntaxNode, IReadOnlyList<SyntaxNode>, SyntaxNode> Apply,
    SyntaxNode? At = null
)
{
    /// <summary>An edit that puts another node in place of the reported one, or of the one that is edited.</summary>
    public static SyntaxEdit Replace(string title, SyntaxNode replacement, SyntaxNode? at = null) =>
        new(title, (root, nodes) => root.ReplaceNode(nodes[0], Comments.Keep(nodes[0], replacement)), at);
}
