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
        if (MustBeConstant(node) || GoesToEnvironment(node))
        {
            return null;
        }

        // The client reads it by itself where it is given no key.
        if (
            node.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: { } call } }
            && model.GetSymbolInfo(call, cancellationToken).Symbol
                is IMethodSymbol
                {
                    MethodKind: MethodKind.Constructor,
                    ContainingType: { Name: "KlingClient", ContainingNamespace.Name: "Kling" }
                }
        )
        {
            return new SyntaxEdit(Title, static (root, nodes) => WithoutArguments(root, (ArgumentListSyntax)nodes[0].Parent!.Parent!));
        }

        string read = $"{NameOf("System.Environment", node, model)}.GetEnvironmentVariable(\"SEGMIND_API_KEY\")";
        string orElse =
            $" ?? throw new {NameOf("System.InvalidOperationException", node, model)}(\"Set SEGMIND_API_KEY to your API key.\")";
        string value = MayBeMissing(node, model, cancellationToken) ? read : read + orElse;
        bool isOperand =
            node.Parent
            is MemberAccessExpressionSyntax
                or ConditionalAccessExpressionSyntax
                or ElementAccessExpressionSyntax
                or PostfixUnaryExpressionSyntax
                or CastExpressionSyntax
                or BinaryExpressionSyntax { RawKind: not (int)SyntaxKind.CoalesceExpression };
        return SyntaxEdit.Replace(Title, SyntaxFactory.ParseExpression(isOperand ? $"({value})" : value));
    }

    /// <summary>Whether the key is assigned to what may be <see langword="null"/>, such as an option.</summary>
    private static bool MayBeMissing(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        node.FirstAncestorOrSelf<SyntaxNode>(static ancestor =>
            ancestor is ArgumentSyntax or AssignmentExpressionSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax
        )
            is AssignmentExpressionSyntax { Left: var left }
        && model.GetSymbolInfo(left, cancellationToken).Symbol switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            _ => null,
        } is { NullableAnnotation: not NullableAnnotation.NotAnnotated };

    /// <summary>Whether the environment variable gets the key from here: it would be set to what it is.</summary>
    private static bool GoesToEnvironment(SyntaxNode node) =>
        node.FirstAncestorOrSelf<InvocationExpressionSyntax>()
            is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SetEnvironmentVariable" } };

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
