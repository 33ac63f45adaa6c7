using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>KLING202: a key in the source is read from the environment variable <c>SEGMIND_API_KEY</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadKeyFromEnvironmentFix))]
public sealed class ReadKeyFromEnvironmentFix() : SyntaxFix("KLING202")
{
    private const string Title = "Read the key from SEGMIND_API_KEY";

    private protected override SyntaxEdit? Plan(
        IReadOnlyList<SyntaxNode> nodes,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        SyntaxNode node = nodes[0];
        if (MustBeConstant(node))
        {
            return null;
        }

        // The client reads it by itself where it is given no key.
        if (node.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1 } })
        {
            return new SyntaxEdit(Title, static (root, nodes) => WithoutArguments(root, (ArgumentListSyntax)nodes[0].Parent!.Parent!));
        }

        string read = $"{NameOf("System.Environment", node, model)}.GetEnvironmentVariable(\"SEGMIND_API_KEY\")";
        string orElse =
            $" ?? throw new {NameOf("System.InvalidOperationException", node, model)}(\"Set SEGMIND_API_KEY to your API key.\")";
        bool isOption =
            node.FirstAncestorOrSelf<SyntaxNode>(static ancestor =>
                ancestor is ArgumentSyntax or AssignmentExpressionSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax
            )
            is AssignmentExpressionSyntax;
        return SyntaxEdit.Replace(Title, SyntaxFactory.ParseExpression(isOption ? read : read + orElse));
    }

    /// <summary>A value that is read at run time is not a constant.</summary>
    private static bool MustBeConstant(SyntaxNode node) =>
        node.FirstAncestorOrSelf<SyntaxNode>(static ancestor =>
            ancestor is StatementSyntax or MemberDeclarationSyntax or ParameterSyntax or AttributeSyntax or LambdaExpressionSyntax
        ) switch
        {
            LocalDeclarationStatementSyntax local => local.IsConst,
            FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
            ParameterSyntax or AttributeSyntax => true,
            _ => false,
        };

    /// <summary>The name as it is written here: without its namespace where that is imported.</summary>
    private static string NameOf(string type, SyntaxNode node, SemanticModel model) =>
        model.Compilation.GetTypeByMetadataName(type)?.ToMinimalDisplayString(model, node.SpanStart) ?? type;

    private static SyntaxNode WithoutArguments(SyntaxNode root, ArgumentListSyntax arguments) =>
        root.ReplaceNode(
            arguments,
            SyntaxFactory
                .ArgumentList()
                .WithTriviaFrom(arguments)
                .WithOpenParenToken(arguments.OpenParenToken.WithTrailingTrivia(Comments.Inside(arguments).Skip(1)))
        );
}
