using Microsoft.CodeAnalysis;

namespace Kling.CodeFixes;

/// <summary>A repair that has not been applied yet.</summary>
/// <param name="Title">The title in the editor's list of fixes.</param>
/// <param name="Apply">
/// Gives the new root for a root and the reported nodes in it, the place itself first. Among several edits the root is not the one that the
/// decision was made for, so nothing here may ask a semantic model.
/// </param>
internal sealed record SyntaxEdit(string Title, Func<SyntaxNode, IReadOnlyList<SyntaxNode>, SyntaxNode> Apply)
{
    /// <summary>An edit that puts another node in place of the reported one.</summary>
    public static SyntaxEdit Replace(string title, SyntaxNode replacement) =>
        new(title, (root, nodes) => root.ReplaceNode(nodes[0], Comments.Keep(nodes[0], replacement)));
}
