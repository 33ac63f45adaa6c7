using System.Text.Json;
using Kling.SourceGenerator.Tests.Models;

namespace Kling.SourceGenerator.Tests.Features;

/// <summary>Which number a member of a generated enum has, and what is sent for it.</summary>
public sealed class EnumModelTests
{
    [Fact]
    public void A_text_that_is_an_integer_is_the_number_of_its_member()
    {
        var request = new EnumModelRequest
        {
            Text = (EnumModelText)5,
            Mixed = (EnumModelMixed)10,
            Merged = (EnumModelMerged)15,
            Lengths = [(EnumModelLength)10, (EnumModelLength)5],
        };
        Assert.Equal(EnumModelText.Five, request.Text);
        Assert.Empty(request.Validate());
        AssertComesBack(request, """{"text":"5","mixed":10,"merged":"15","lengths":["10","5"]}""");
    }

    [Fact]
    public void Zero_is_a_member_only_if_the_schema_lists_it()
    {
        Assert.Equal(EnumModelText.None, default);
        Assert.Empty(new EnumModelRequest { Text = default(EnumModelText) }.Validate());
        Assert.False(Enum.IsDefined(default(EnumModelMixed)));
        Assert.False(Enum.IsDefined(default(EnumModelNamed)));
        Assert.False(Enum.IsDefined(default(EnumModelWide)));
        Assert.Equal(["/named", "/wide"], new EnumModelRequest { Named = Number<EnumModelNamed>(), Wide = Number<EnumModelWide>() }.Validate().Select(static violation => violation.Path));
    }

    [Fact]
    public void A_number_that_is_not_an_enum_value_is_a_violation()
    {
        KlingViolation violation = Assert.Single(new EnumModelRequest { Text = Number<EnumModelText>(7) }.Validate());
        Assert.Equal("enum", violation.Keyword);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-1)]
    public void A_number_without_a_member_is_never_sent_as_an_allowed_value(int number)
    {
        EnumModelRequest[] requests =
        [
            new() { Auto = Number<EnumModelAuto>(number) },
            new() { Either = Number<EnumModelEitherString>(number) },
            new() { Checked = new() { Auto = Number<EnumModelCheckedAuto>(number) } },
        ];
        foreach (EnumModelRequest request in requests)
        {
            Assert.NotEmpty(request.Validate());
            using var document = JsonDocument.Parse(request.ToJson());
            Assert.False(EnumModelRequest.TryParse(document.RootElement, out _, out _), request.ToJson());
        }
    }

    [Fact]
    public void Two_texts_with_the_same_integer_are_different_members()
    {
        Assert.Equal(1, (int)EnumModelNamed.Named5);
        Assert.Equal(2, (int)EnumModelNamed.Named05);
        AssertComesBack(new EnumModelRequest { Named = EnumModelNamed.Named05, Wide = EnumModelWide.True }, """{"named":"05","wide":true}""");
        AssertComesBack(new EnumModelRequest { Named = EnumModelNamed.Named5, Wide = EnumModelWide.Wide5 }, """{"named":"5","wide":5}""");
    }

    [Fact]
    public void A_default_is_the_member_of_its_value()
    {
        var request = new EnumModelRequest();
        Assert.Equal((EnumModelText.Ten, EnumModelMixed.Mixed10, EnumModelNamed.Named05, EnumModelWide.True), (request.Text, request.Mixed!.Value, request.Named, request.Wide));
        Assert.Equal("""{"text":"10","mixed":10,"named":"05","wide":true}""", request.WithExplicitDefaults().ToJson());
    }

    [Theory]
    [InlineData("""{"text":5}""")]
    [InlineData("""{"text":"05"}""")]
    [InlineData("""{"mixed":"10"}""")]
    [InlineData("""{"mixed":5}""")]
    [InlineData("""{"named":5}""")]
    [InlineData("""{"wide":"5"}""")]
    public void Only_the_value_itself_is_read_as_a_member(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.False(EnumModelRequest.TryParse(document.RootElement, out _, out IReadOnlyList<KlingViolation> violations));
        Assert.Equal("enum", Assert.Single(violations).Keyword);
    }

    /// <summary>A number as a member, where no analyzer sees it.</summary>
    private static T Number<T>(int number = 0)
        where T : struct, Enum => (T)Enum.ToObject(typeof(T), number);

    private static void AssertComesBack(EnumModelRequest request, string json)
    {
        Assert.Equal(json, request.ToJson());
        using var document = JsonDocument.Parse(json);
        Assert.True(EnumModelRequest.TryParse(document.RootElement, out EnumModelRequest? parsed, out _));
        Assert.Equal(request, parsed);
        Assert.Equal(request, JsonSerializer.Deserialize<EnumModelRequest>(JsonSerializer.Serialize(request)));
    }
}
