using System.Xml.Linq;
using Kling.SourceGenerator.Emit;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.SourceGenerator.Tests.Emit;

public sealed class DocumentationTests
{
    [Theory]
    [MemberData(nameof(LiteralsTests.HostileTexts), MemberType = typeof(LiteralsTests))]
    public void Text_cannot_leave_its_comment_or_element(string text)
    {
        var writer = new CSharpWriter();
        Documentation.Summary(writer, text, "Nothing is said.");
        string comment = writer.ToString();

        Assert.All(comment.TrimEnd('\n').Split('\n'), static line => Assert.StartsWith("/// ", line, StringComparison.Ordinal));
        Assert.Single(SyntaxFactory.ParseCompilationUnit(comment).DescendantTokens());
        string xml = string.Concat(comment.Split('\n').Select(static line => line.Length > 4 ? line[4..] + "\n" : ""));
        var element = XElement.Parse(xml);
        Assert.Equal("summary", element.Name.LocalName);
        Assert.NotEqual("", element.Value.Trim());
        Assert.DoesNotContain(element.Elements(), static child => child.Name != "br");
    }

    [Fact]
    public void Each_line_of_a_text_is_a_line_of_the_comment()
    {
        var writer = new CSharpWriter();
        Documentation.Summary(writer, "One.\r\n\nTwo & <three>.", "");
        Assert.Equal("/// <summary>\n/// One.\n/// <br/>\n/// Two &amp; &lt;three&gt;.\n/// </summary>\n", writer.ToString());
    }
}
