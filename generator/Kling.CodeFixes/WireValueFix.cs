using Kling.SourceGenerator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>
/// The compiler's CS0019, CS0029, CS0103, CS0266 and CS1503 if a value of the JSON is written instead of a member of a model's enum:
/// <c>"std"</c> and <c>Std</c> become <c>KlingO3Text2VideoMode.Standard</c>, and <c>10</c> becomes
/// <c>KlingO3Text2VideoDuration.Seconds10</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WireValueFix))]
public sealed class WireValueFix() : SyntaxFix("CS0019", "CS0029", "CS0103", "CS0266", "CS1503")
{
    private protected override SyntaxEdit? Plan(
        IReadOnlyList<SyntaxNode> nodes,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        SyntaxNode node = Value(nodes[0]);
        string? written = node switch
        {
            LiteralExpressionSyntax
            {
                RawKind: (int)SyntaxKind.StringLiteralExpression or (int)SyntaxKind.NumericLiteralExpression
            } literal => literal.Token.ValueText,
            IdentifierNameSyntax name when diagnostic.Id == "CS0103" => name.Identifier.ValueText,
            _ => null,
        };
        return
            written is not null
            && EnumMembers.EnumOf(Target(node, model, cancellationToken)) is { } type
            && EnumMembers.IsGenerated(type)
            && (EnumMembers.WithLetters(type, written) ?? EnumMembers.Of(type).FirstOrDefault(member => member.Name == written)?.Name)
                is { } found
            ? SyntaxEdit.Replace(
                $"Use '{found}'",
                SyntaxFactory.ParseExpression($"{type.ToMinimalDisplayString(model, node.SpanStart)}.{found}"),
                node
            )
            : null;
    }

    /// <summary>The value in the reported node: of a comparison, the text of its two sides.</summary>
    private static SyntaxNode Value(SyntaxNode node) =>
        node switch
        {
            ArgumentSyntax argument => argument.Expression,
            BinaryExpressionSyntax { Left: LiteralExpressionSyntax text } => text,
            BinaryExpressionSyntax { Right: LiteralExpressionSyntax text } => text,
            _ => node,
        };

    /// <summary>The type of what the value is assigned to: the value's own is none, or the wrong one.</summary>
    private static ITypeSymbol? Target(SyntaxNode value, SemanticModel model, CancellationToken cancellationToken) =>
        value.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Right == value => model
                .GetTypeInfo(assignment.Left, cancellationToken)
                .Type,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } => model
                .GetTypeInfo(declaration.Type, cancellationToken)
                .Type,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => model
                .GetTypeInfo(property.Type, cancellationToken)
                .Type,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison => model
                .GetTypeInfo(comparison.Left == value ? comparison.Right : comparison.Left, cancellationToken)
                .Type,
            ConstantPatternSyntax { Parent: IsPatternExpressionSyntax test } => model.GetTypeInfo(test.Expression, cancellationToken).Type,
            CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => model
                .GetTypeInfo(choice.Expression, cancellationToken)
                .Type,
            ConstantPatternSyntax { Parent: SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } } => model
                .GetTypeInfo(choice.GoverningExpression, cancellationToken)
                .Type,
            ReturnStatementSyntax or ArrowExpressionClauseSyntax => (
                model.GetEnclosingSymbol(value.SpanStart, cancellationToken) as IMethodSymbol
            )?.ReturnType,
            ExpressionElementSyntax { Parent: CollectionExpressionSyntax list } => ItemOf(Target(list, model, cancellationToken)),
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: { } call } } argument =>
                Method(model.GetSymbolInfo(call, cancellationToken)) is { } method
                    ? CallArguments.Parameter(argument, method)?.Type
                    : null,
            ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or SwitchExpressionArmSyntax or SwitchExpressionSyntax => Target(
                value.Parent,
                model,
                cancellationToken
            ),
            _ => null,
        };

    private static ITypeSymbol? ItemOf(ITypeSymbol? list) =>
        list switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: { Length: 1 } items } => items[0],
            _ => null,
        };

    /// <summary>The only method that can be meant. With the wrong argument, the compiler does not choose it.</summary>
    private static IMethodSymbol? Method(SymbolInfo info) =>
        (info.Symbol ?? (info.CandidateSymbols.Length == 1 ? info.CandidateSymbols[0] : null)) as IMethodSymbol;
}
