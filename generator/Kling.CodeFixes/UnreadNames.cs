using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>
/// Tells an edit that takes the only use of a local or of a private field away: the compiler would warn about that instead.
/// </summary>
internal static class UnreadNames
{
    public static bool AreLeftBy(SyntaxEdit edit, IReadOnlyList<SyntaxNode> nodes, SyntaxNode root)
    {
        var mentioned = new HashSet<string>(
            nodes.SelectMany(static node => Names(node.FirstAncestorOrSelf<StatementSyntax>() ?? node)),
            StringComparer.Ordinal
        );
        SyntaxNode member =
            nodes[0].Ancestors().FirstOrDefault(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? root;
        SyntaxNode type = nodes[0].FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? root;
        string[] locals = [.. member.DescendantNodes().Select(Local).OfType<string>().Where(mentioned.Contains)];
        string[] fields = [.. type.ChildNodes().SelectMany(PrivateFields).Where(mentioned.Contains)];
        if (locals.Length + fields.Length == 0)
        {
            return false;
        }

        SyntaxNode tracked = root.TrackNodes(nodes.Append(member).Append(type).Distinct());
        SyntaxNode edited = edit.Apply(tracked, [.. nodes.Select(node => tracked.GetCurrentNode(node)!)]);
        return AreLeft(locals, member, edited.GetCurrentNode(member) ?? edited)
            || AreLeft(fields, type, edited.GetCurrentNode(type) ?? edited);
    }

    /// <summary>Whether one of the names is used before an edit, and only declared after it.</summary>
    private static bool AreLeft(IReadOnlyList<string> names, SyntaxNode before, SyntaxNode after)
    {
        ILookup<string, string> had = Names(before).ToLookup(static name => name, StringComparer.Ordinal);
        ILookup<string, string> has = Names(after).ToLookup(static name => name, StringComparer.Ordinal);
        return names.Any(name => had[name].Skip(1).Any() && !has[name].Skip(1).Any());
    }

    private static string? Local(SyntaxNode node) =>
        node switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
            _ => null,
        };

    private static IEnumerable<string> PrivateFields(SyntaxNode member) =>
        member is FieldDeclarationSyntax field
        && !field.Modifiers.Any(static modifier =>
            modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword
        )
            ? field.Declaration.Variables.Select(static variable => variable.Identifier.ValueText)
            : [];

    private static IEnumerable<string> Names(SyntaxNode node) =>
        node.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText);
}
