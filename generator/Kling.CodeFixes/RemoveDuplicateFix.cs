using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kling.CodeFixes;

/// <summary>KLING111: removes a duplicate from a list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveDuplicateFix))]
public sealed class RemoveDuplicateFix() : SyntaxFix("KLING111")
{
    private protected override SyntaxEdit? Plan(
        IReadOnlyList<SyntaxNode> nodes,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        ListElements.CanRemove(nodes[0])
            ? new SyntaxEdit("Remove the duplicate", static (root, nodes) => ListElements.Remove(root, nodes[0]))
            : null;
}
