using Kling.SourceGenerator.CSharp;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.SourceGenerator.Tests.Binding;

/// <summary>The rules of identifiers are written out, because the tools that share them have no compiler. They say what it says.</summary>
public sealed class IdentifierTests
{
    [Fact]
    public void Identifier_characters_are_those_of_the_compiler() => Assert.All(Enumerable.Range(0, 0x10000).Select(static code => (char)code), static c =>
        Assert.Equal(
            (SyntaxFacts.IsIdentifierStartCharacter(c), SyntaxFacts.IsIdentifierPartCharacter(c)),
            (IdentifierCharacters.IsStart(c), IdentifierCharacters.IsPart(c))));

    [Fact]
    public void The_keywords_are_those_of_the_compiler()
    {
        IEnumerable<string> words = Enum.GetValues<SyntaxKind>().Select(SyntaxFacts.GetText).Where(static text => text.Length > 0).Distinct();
        Assert.All(words, static word => Assert.Equal(SyntaxFacts.GetKeywordKind(word) is not SyntaxKind.None, CSharpKeywords.Contains(word)));
        Assert.Contains(words, CSharpKeywords.Contains);
    }
}
