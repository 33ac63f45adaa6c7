using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>
/// KLING114, KLING115: a key in <c>AdditionalParameters</c> that is, or was meant to be, a declared parameter becomes an assignment to that
/// parameter's property. Offered where the value is one that the property takes.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseTypedPropertyFix))]
public sealed class UseTypedPropertyFix() : SyntaxFix("KLING114", "KLING115")
{
    private protected override SyntaxEdit? Plan(
        IReadOnlyList<SyntaxNode> nodes,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        if (
            !diagnostic.Properties.TryGetValue("Nearest", out string? name)
            || name is null
            || AdditionalParameter.Around(nodes[0]) is not { } parameter
        )
        {
            return null;
        }

        return
            parameter.Record(model, cancellationToken) is { } record
            && record.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property
            && parameter.CanAssign(property, model, cancellationToken)
            && TypedValue.Of(parameter.Value, property.Type, model, cancellationToken) is { } value
            ? new SyntaxEdit($"Use '{name}'", (root, nodes) => Move(root, AdditionalParameter.Around(nodes[0])!, name, value))
            : null;
    }

    /// <summary>Among several edits, an earlier one may have assigned the same parameter.</summary>
    private static SyntaxNode Move(SyntaxNode root, AdditionalParameter parameter, string name, ExpressionSyntax value) =>
        parameter.IsAssigned(name) ? root : parameter.Move(root, name, value);
}
