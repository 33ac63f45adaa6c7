using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.CodeFixes;

/// <summary>KLING101, KLING102: a number beyond its bound becomes the bound.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClampToBoundFix))]
public sealed class ClampToBoundFix() : SyntaxFix("KLING101", "KLING102")
{
    private protected override SyntaxEdit? Plan(IReadOnlyList<SyntaxNode> nodes, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken) =>
        diagnostic.Properties.TryGetValue("Limit", out string? limit) && limit is not null
            ? SyntaxEdit.Replace($"Use {limit}", SyntaxFactory.ParseExpression(limit))
            : null;
}
