using Kling.SourceGenerator.Emit;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Tests.Emit;

public sealed class LiteralsTests
{
    public static TheoryData<string> HostileTexts { get; } =
    [
        "", "plain", "\"", "\\", "\\\"", "\"\"\"", "a\nb\rc\td", "\0\u0001\u007f\u0085\u2028\u2029", "*/ //", "{0} {{", "#error", "\u202e\u200d\ufeff",
        "😀", "\ud83d", "\udc00x", "größe 名前", "\"; System.Environment.Exit(1); //", "\ue000\uffff",
    ];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void A_text_literal_has_the_original_value(string text)
    {
        string literal = Literals.String(text);
        Assert.Equal(text, Token(literal));
        Assert.All(literal, static c => Assert.False(char.IsControl(c) || c is '\u2028' or '\u2029', $"U+{(int)c:X4} is not escaped."));
    }

    [Theory]
    [InlineData("0.5", 0.5)]
    [InlineData("-0", -0.0)]
    [InlineData("1E+2", 100.0)]
    [InlineData("5", 5.0)]
    [InlineData("1e-999", 0.0)]
    public void A_number_literal_is_a_double(string token, double value) => Assert.Equal(value, Number(Literals.Double(token)));

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("0", 0L)]
    public void An_integer_literal_is_a_long(string digits, long value) => Assert.Equal(value, Number(Literals.Int64(digits)));

    private static string Token(string literal)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(literal);
        Assert.Empty(expression.GetDiagnostics());
        Assert.Equal(literal, expression.ToFullString());
        return Assert.IsType<LiteralExpressionSyntax>(expression).Token.ValueText;
    }

    private static object? Number(string literal) => SyntaxFactory.ParseExpression(literal) switch
    {
        LiteralExpressionSyntax number => number.Token.Value,
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax { Token.Value: double number } } => -number,
        _ => null,
    };
}
