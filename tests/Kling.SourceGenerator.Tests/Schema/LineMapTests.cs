using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis.Text;
using TextSpan = Kling.SourceGenerator.Schema.TextSpan;

namespace Kling.SourceGenerator.Tests.Schema;

public sealed class LineMapTests
{
    [Theory]
    [InlineData("")]
    [InlineData("one line")]
    [InlineData("a\nb\r\nc\rd\n\re\r\r\n\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u0085a\u2028b\u2029c\vd\fe")]
    [InlineData("😀\n😀x\t\n")]
    public void Lines_and_columns_are_those_of_the_compiler(string text)
    {
        var lines = new LineMap(text);
        var roslyn = SourceText.From(text);
        for (int start = 0; start <= text.Length; start++)
        {
            for (int end = start; end <= text.Length; end++)
            {
                LinePositionSpan expected = roslyn.Lines.GetLinePositionSpan(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(start, end));
                Assert.Equal(
                    new LineSpan(expected.Start.Line, expected.Start.Character, expected.End.Line, expected.End.Character),
                    lines.Lines(TextSpan.FromBounds(start, end)));
            }
        }
    }
}
