using System.Text.Json;
using Kling.Emulator;

namespace Kling.Cli.Tests;

public sealed class SampleBodyTests
{
    [Fact]
    public void Every_shipped_model_gets_a_valid_sample_of_its_required_parameters()
    {
        Assert.All(Cli.Shipped, static model =>
        {
            JsonElement body = SampleBody.Of(model);

            Assert.Empty(CheckedRequest.Of(model, body).Violations);
            Assert.Equal(
                model.Parameters.Where(static parameter => parameter.IsRequired).Select(static parameter => parameter.Name).Order(StringComparer.Ordinal),
                body.EnumerateObject().Select(static member => member.Name).Order(StringComparer.Ordinal));
        });
    }

    [Theory]
    [InlineData("""{"type": "string", "examples": ["mine"], "default": "other"}""", "\"mine\"")]
    [InlineData("""{"type": "string", "default": "usual"}""", "\"usual\"")]
    [InlineData("""{"const": 3}""", "3")]
    [InlineData("""{"enum": [1.50, 2]}""", "1.50")]
    [InlineData("""{"type": "string", "format": "uri"}""", "\"https://example.com/x\"")]
    [InlineData("""{"type": "integer", "minimum": 7}""", "7")]
    [InlineData("""{"type": "number"}""", "1")]
    [InlineData("""{"type": "boolean"}""", "false")]
    [InlineData("""{"type": "array", "minItems": 2, "items": {"type": "boolean"}}""", "[false,false]")]
    [InlineData("""{"type": "array"}""", "[]")]
    [InlineData("""{"type": "object", "required": ["a"], "properties": {"a": {"type": "number"}, "b": {}}}""", "{\"a\":1}")]
    public void A_required_parameter_gets_a_value_that_its_schema_allows(string schema, string expected)
    {
        var model = KlingModel.FromSchema("m", $$"""{"type": "object", "properties": {"x": {{schema}}}, "required": ["x"]}""");

        Assert.Equal(expected, SampleBody.Of(model).GetProperty("x").GetRawText());
    }
}
