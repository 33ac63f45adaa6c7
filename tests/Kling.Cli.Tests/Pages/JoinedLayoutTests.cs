namespace Kling.Cli.Tests;

/// <summary>Where nothing separates the boxes of a page, the types tell where values end and names begin.</summary>
public sealed class JoinedLayoutTests
{
    [Fact]
    public void Defaults_without_a_description_are_read_after_their_types()
    {
        ModelPage page = Read("aoptionalstring\"x\"boptionalnumber-0.5eoptionalbooleanfalsetrue_coloroptionalinteger7");

        Assert.Equal(["a string \"x\"", "b number -0.5", "e boolean false", "true_color integer 7"], page.Parameters.Select(static parameter => $"{parameter.Name} {parameter.Type} {parameter.Default?.GetRawText()}"));
        Assert.Empty(page.Remarks);
    }

    [Fact]
    public void Quoted_text_within_a_description_is_not_a_value()
    {
        ModelPage page = Read("aoptionalstringSay \"hello\"", "boptionalstringSay \"a\" or \"b\" to it.");

        Assert.Equal(["Say \"hello\"", "Say \"a\" or \"b\" to it."], page.Parameters.Select(static parameter => parameter.Description));
        Assert.All(page.Parameters, static parameter => Assert.Null(parameter.Default));
    }

    [Fact]
    public void A_number_that_may_be_a_default_or_part_of_a_list_is_not_used()
    {
        ModelPage page = Read("aoptionalintegerHow many.", "5510boptionalstring");

        PageParameter parameter = page.Parameters[0];
        Assert.Null(parameter.Default);
        Assert.Empty(parameter.Allowed!.Shown);
        Assert.Equal("a", Assert.Single(page.Remarks).Parameter);
    }

    [Fact]
    public void A_line_between_two_parameters_belongs_to_the_first_and_gets_a_remark()
    {
        ModelPage page = Read("aoptionalstringA text.", "At most 9 words.", "boptionalstringAnother.");

        Assert.Equal("A text. At most 9 words.", page.Parameters[0].Description);
        Assert.Equal((5, "a"), (Assert.Single(page.Remarks).Line, page.Remarks[0].Parameter));
    }

    [Fact]
    public void A_list_without_a_default_has_all_its_values_and_a_remark()
    {
        ModelPage page = Read("aoptionalstringA text.", "\"x\"\"y\"\"z\"boptionalstring");

        Assert.Equal("x y z", string.Join(' ', page.Parameters[0].Allowed!.Shown.Select(static value => value.Json.GetString())));
        Assert.Contains("\"x\" is the default or the first", Assert.Single(page.Remarks).Text, StringComparison.Ordinal);
    }

    private static ModelPage Read(params string[] lines) => PageReader.Read($"Acme\n\nhttps://api.segmind.com/v1/acmeParameters\n{string.Join('\n', lines)}\nResponse Type\nReturns: Video\n", "page.txt");

    [Theory]
    [InlineData("Default:\n5Allowed values :\n510seedoptionalinteger", "5 [5 10]")]
    [InlineData("Default:\n5Allowed values (2 total):\n510seedoptionalinteger", "5 [5 10]")]
    [InlineData("Default:\n5510seedoptionalinteger", "5510 []")]
    [InlineData("Default:\n5Range: 1 - 9seedoptionalinteger", "5 []")]
    [InlineData("Allowed values (3 total):\n510+1 moreseedoptionalinteger", " [5 10]")]
    public void Words_before_numbers_tell_the_default_from_the_values(string lines, string expected)
    {
        ModelPage page = PageReader.Read($"Acme\nParameters\ndurationoptionalintegerHow long.\n{lines}Any.\nResponse Type\nReturns: Video\n", "page.txt");

        Assert.Equal(["duration", "seed"], page.Parameters.Select(static parameter => parameter.Name));
        Assert.Equal("How long.", page.Parameters[0].Description);
        Assert.Equal(expected, $"{page.Parameters[0].Default?.GetRawText()} [{string.Join(' ', page.Parameters[0].Allowed?.Shown.Select(static value => value.Json.ToString()) ?? [])}]");
    }

    [Theory]
    [InlineData("Default:\n\"a\"Allowed values :\n\"a\"\"b\"", "\"a\" [a b] 0")]
    [InlineData("Default:\n\"a\"Allowed values (4 total):\n\"b\"\"c\"+2 more", "\"a\" [b c] 2")]
    [InlineData("Default:\n\"a\"", "\"a\" [] 0")]
    [InlineData("Allowed values :\n\"a\"", " [a] 0")]
    public void Words_before_texts_tell_the_default_from_the_values(string lines, string expected)
    {
        ModelPage page = PageReader.Read($"Acme\nParameters\nmodeoptionalstringHow.\n{lines}seedoptionalintegerAny.\nResponse Type\nReturns: Video\n", "page.txt");

        PageParameter mode = page.Parameters[0];
        Assert.Equal(expected, $"{mode.Default?.GetRawText()} [{string.Join(' ', mode.Allowed?.Shown.Select(static value => value.Json.ToString()) ?? [])}] {mode.Allowed?.More ?? 0}");
        Assert.Empty(page.Remarks);
    }
}
