using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>Tells an edit that takes the only use of a local away: the compiler would warn about the local instead.</summary>
internal static class UnreadLocals
{
    public static bool AreLeftBy(SyntaxEdit edit, IReadOnlyList<SyntaxNode> nodes, SyntaxNode root)
    {
        var mentioned = new HashSet<string>(
            nodes.SelectMany(static node => Names(node.FirstAncestorOrSelf<StatementSyntax>() ?? node)),
            StringComparer.Ordinal
        );
        SyntaxNode scope =
            nodes[0].Ancestors().FirstOrDefault(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? root;
        string[] locals =
        [
            .. scope
                .DescendantNodes()
                .Select(static node =>
                    node switch
                    {
                        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                        SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
                        _ => null,
                    }
                )
                .OfType<string>()
                .Where(mentioned.Contains)
                .Distinct(StringComparer.Ordinal),
        ];
        if (locals.Length == 0)
        {
            return false;
        }

        SyntaxNode tracked = root.TrackNodes(nodes.Append(scope).Distinct());
        SyntaxNode edited = edit.Apply(tracked, [.. nodes.Select(node => tracked.GetCurrentNode(node)!)]);
        ILookup<string, string> before = Names(scope).ToLookup(static name => name, StringComparer.Ordinal);
        ILookup<string, string> after = Names(edited.GetCurrentNode(scope) ?? edited).ToLookup(static name => name, StringComparer.Ordinal);
        return locals.Any(local => before[local].Skip(1).Any() && !after[local].Skip(1).Any());
    }

    private static IEnumerable<string> Names(SyntaxNode node) =>
        node.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText);
}
