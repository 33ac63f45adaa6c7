using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>The keys that an expression for a JSON object writes out: <c>new JsonObject { ["key"] = … }</c> and <c>.With("key", …)</c>.</summary>
internal static class AdditionalKeys
{
    public static IEnumerable<ExpressionSyntax> Of(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax parenthesized => Of(parenthesized.Expression),
        CastExpressionSyntax cast => Of(cast.Expression),
        ConditionalExpressionSyntax conditional => Of(conditional.WhenTrue).Concat(Of(conditional.WhenFalse)),
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.Select(Key).OfType<ExpressionSyntax>(),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "With" } access, ArgumentList.Arguments: { Count: > 0 } arguments } =>
            Of(access.Expression).Append(arguments[0].Expression),
        _ => [],
    };

    private static ExpressionSyntax? Key(ExpressionSyntax member) => member switch
    {
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } } => arguments[0].Expression,
        InitializerExpressionSyntax { Expressions: { Count: > 0 } parts } => parts[0],
        _ => null,
    };
}
