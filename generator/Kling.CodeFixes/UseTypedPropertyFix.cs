using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

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
            && !parameter.IsAssigned(name)
            && TypedValue.Of(parameter.Value, property.Type, model, cancellationToken) is { } value
            ? new SyntaxEdit($"Use '{name}'", (root, nodes) => AdditionalParameter.Around(nodes[0])!.Move(root, name, value))
            : null;
    }
}
