using System.Text.Json;

namespace Kling.SourceGenerator.Tests.Messages;

/// <summary>What generated types say of invalid values, read from JSON and built in C#.</summary>
public sealed class ViolationMessageTests(ViolationMessageTests.Models compiled) : IClassFixture<ViolationMessageTests.Models>
{
    private const string Schema = """
        {
          "properties": {
            "seconds": { "type": "integer", "minimum": 1, "maximum": 9 },
            "below": { "type": "integer", "minimum": 0, "maximum": 10, "exclusiveMaximum": true },
            "frames": { "type": "integer", "maximum": 9 },
            "open": { "type": "integer", "exclusiveMinimum": 0 },
            "seed": { "type": "integer" },
            "scale": { "type": "number", "exclusiveMinimum": -1, "maximum": 1 },
            "weight": { "type": "number" },
            "counts": { "type": "array", "items": { "type": ["integer", "null"], "minimum": 0, "maximum": 9 } },
            "shape": { "anyOf": [
              { "type": "object", "properties": { "radius": { "type": "number", "maximum": 9 } }, "required": ["radius"] },
              { "type": "integer", "minimum": 1 },
              { "type": "string", "minLength": 2 }
            ] },
            "model": { "enum": [
              { "name":
                  "a  b" },
              [ 1,
                2 ]
            ] },
            "voice": { "type": "string", "enum": ["v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9", "v10", "v11", "v12"] }
          }
        }
        """;

    private const string Code = """
        #nullable enable
        namespace Acme.Models
        {
            internal static class Built
            {
                public static AcmeClipRequest Circle { get; } = new() { Shape = new AcmeClipShapeOption1 { Radius = 10 } };

                public static AcmeClipRequest Number { get; } = new() { Shape = 0 };

                public static AcmeClipRequest Text { get; } = new() { Shape = "a" };

                public static AcmeClipRequest Voice { get; } = new() { Voice = (AcmeClipVoice)99 };
            }
        }
        """;

    [Theory]
    [InlineData("seconds", "2147483648", "2147483648 is more than the maximum of 9.")]
    [InlineData("seconds", "-2147483649", "-2147483649 is less than the minimum of 1.")]
    [InlineData("seconds", "1e30", "1e30 is more than the maximum of 9.")]
    [InlineData("seconds", "-1e400", "-1e400 is less than the minimum of 1.")]
    [InlineData("below", "2147483648", "2147483648 is too large: the value must be less than 10.")]
    [InlineData("frames", "9223372036854775808", "9223372036854775808 is more than the maximum of 9.")]
    [InlineData("frames", "-9223372036854775809", "-9223372036854775809 is too small for a 64-bit integer: the minimum is -9223372036854775808.")]
    [InlineData("open", "-1e30", "-1e30 is too small: the value must be more than 0.")]
    [InlineData("seed", "9223372036854775808", "9223372036854775808 is too large for a 64-bit integer: the maximum is 9223372036854775807.")]
    [InlineData("scale", "1e400", "1e400 is more than the maximum of 1.")]
    [InlineData("scale", "-1e400", "-1e400 is too small: the value must be more than -1.")]
    [InlineData("weight", "1e400", "1e400 is too large for a double: the maximum is 1.7976931348623157E+308.")]
    [InlineData("counts", "[null, 2147483648]", "/1: 2147483648 is more than the maximum of 9.")]
    public void The_message_about_a_number_that_is_too_large_names_the_effective_bound(string name, string json, string message) =>
        Assert.Equal(Located(name, message), Read(name, json));

    [Theory]
    [InlineData("2147483648")]
    [InlineData("9223372036854775807")]
    public void Without_a_bound_every_64_bit_integer_is_valid(string json) => Assert.Equal("", Read("seed", json));

    [Theory]
    [InlineData("Circle", "1: /radius: 10 is more than the maximum of 9.")]
    [InlineData("Number", "2: 0 is less than the minimum of 1.")]
    [InlineData("Text", "3: The text has 1 character; the minimum is 2.")]
    public void A_union_violation_names_the_nearest_alternative_in_reading_and_validation(string built, string nearest)
    {
        IKlingRequest request = Build(built);
        string expected = $"/shape: The value matches none of the 3 alternatives. The nearest is number {nearest}";

        Assert.Equal(expected, Assert.Single(request.Validate()).ToString());
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body))
        {
            request.WriteTo(writer);
        }

        Assert.False(request.Model.TryParse(JsonDocument.Parse(body.ToArray()).RootElement, out _, out IReadOnlyList<KlingViolation> violations));
        Assert.Equal(expected, Assert.Single(violations).ToString());
    }

    [Fact]
    public void Allowed_values_are_shown_without_the_layout_of_the_file()
    {
        Assert.Equal("/model: 5 is not allowed. Allowed values: {\"name\":\"a  b\"}, [1,2].", Read("model", "5"));
    }

    [Fact]
    public void A_message_lists_ten_allowed_values_and_the_number_of_the_others()
    {
        const string Allowed = "is not allowed. Allowed values: \"v1\", \"v2\", \"v3\", \"v4\", \"v5\", \"v6\", \"v7\", \"v8\", \"v9\", \"v10\" and 2 more.";

        Assert.Equal($"/voice: \"v\" {Allowed}", Read("voice", "\"v\""));
        KlingViolation violation = Assert.Single(Build("Voice").Validate());
        Assert.Equal($"99 {Allowed}", violation.Message);
        Assert.EndsWith("\"v10\",\"v11\",\"v12\"]", violation.Limit, StringComparison.Ordinal);
    }

    private static string Located(string name, string message) => message.StartsWith('/') ? $"/{name}{message}" : $"/{name}: {message}";

    private string Read(string name, string json)
    {
        using var body = JsonDocument.Parse($$"""{"{{name}}":{{json}}}""");
        _ = compiled.Model.TryParse(body.RootElement, out _, out IReadOnlyList<KlingViolation> violations);
        return string.Join("\n", violations);
    }

    private IKlingRequest Build(string name)
    {
        Type built = compiled.Model.RequestType!.Assembly.GetType("Acme.Models.Built", throwOnError: true)!;
        return (IKlingRequest)built.GetProperty(name)!.GetValue(null)!;
    }

    /// <summary>The schema, compiled once for all tests.</summary>
    public sealed class Models : IDisposable
    {
        private readonly GeneratedModels _models = new(TestProject.With(Schema) with { Code = Code });

        public KlingModel Model => _models.BySlug["acme-clip"];

        public void Dispose() => _models.Dispose();
    }
}
