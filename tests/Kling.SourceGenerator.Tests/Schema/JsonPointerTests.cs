using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Tests.Schema;

public sealed class JsonPointerTests
{
    private static readonly JsonNode Root = JsonReader.Read("""{ "list": ["zero", { "a/b": "one" }], "": "empty" }""", out _)!;

    [Theory]
    [InlineData("#/list/0", "zero")]
    [InlineData("#/list/1/a~1b", "one")]
    [InlineData("#/list/1/a%7E1b", "one")]
    [InlineData("#/", "empty")]
    public void A_pointer_gives_its_value(string reference, string expected) =>
        Assert.Equal(expected, JsonPointer.Resolve(Root, reference)!.Text);

    [Theory]
    [InlineData("#/list/2")]
    [InlineData("#/list/-1")]
    [InlineData("#/list/ImageSize")]
    [InlineData("#/list/")]
    [InlineData("#/list/99999999999999999999")]
    [InlineData("#/list/0/x")]
    [InlineData("#/missing")]
    [InlineData("other.json#/list")]
    public void A_pointer_without_a_target_gives_null(string reference) => Assert.Null(JsonPointer.Resolve(Root, reference));
}
