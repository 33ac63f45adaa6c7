using System.Text.Json;
using System.Text.Json.Nodes;
using Kling.SourceGenerator.Tests.Models;

namespace Kling.SourceGenerator.Tests.Features;

/// <summary>A required parameter with a single value: nobody has to assign it, it is always sent, and JSON must have it.</summary>
public sealed class ConstantModelTests
{
    private const string Constants =
        "\"version\":2,\"flag\":true,\"ratio\":1.5,\"single\":\"a\",\"nothing\":null,\"null_type\":null,\"pair\":[1,{\"a\":null}],\"link\":\"https://example.com\",\"referred\":\"k\",\"merged\":\"m\"";

    private const string Body = "{\"kind\":\"clip\",\"prompt\":\"p\"," + Constants + ",\"choice\":\"a\"}";

    private static readonly ConstantModelRequest Least = new() { Prompt = "p", Choice = ConstantModelChoice.A };

    public static TheoryData<string> Names => ["kind", "version", "flag", "ratio", "single", "nothing", "null_type", "pair", "link", "referred", "merged"];

    [Fact]
    public void A_required_constant_is_sent_without_being_assigned()
    {
        Assert.Equal(Body, Least.ToJson());
        Assert.Empty(Least.Validate());
        Assert.Equal(ConstantModelKind.Clip, Least.Kind);
        Assert.Equal(2, (int)Least.Version);
        Assert.Equal(JsonValueKind.Null, Least.Nothing.ValueKind);
        Assert.Equal(JsonValueKind.Null, Least.NullType.ValueKind);
        Assert.Equal(Least, ConstantModelRequest.CreateBuilder(prompt: "p", choice: ConstantModelChoice.A).Build());
        Assert.Equal(Least, Least.WithExplicitDefaults());
        Assert.Equal(Least, new ConstantModelRequest { Prompt = "p", Choice = ConstantModelChoice.A, Kind = ConstantModelKind.Clip });
    }

    [Fact]
    public void A_constant_is_required_only_if_another_value_is_allowed_too()
    {
        string[] required = [.. typeof(ConstantModelRequest).GetProperties().Where(static property => property.CustomAttributes.Any(static attribute => attribute.AttributeType.Name == "RequiredMemberAttribute")).Select(static property => property.Name)];
        Assert.Equal(["Prompt", "Choice"], required);
        Assert.Null(typeof(ConstantModelRequestBuilder).GetMethod("WithKind"));
        Assert.NotNull(typeof(ConstantModelRequestBuilder).GetMethod("WithOptional"));
        Assert.Equal(
            [["item"], ["name", "length"]],
            typeof(ConstantModelRequestBuilder).GetMethods().Where(static method => method.Name == "AddStep").Select(static method => method.GetParameters().Select(static parameter => parameter.Name!).ToArray()).OrderBy(static names => names.Length));
    }

    [Fact]
    public void An_optional_constant_is_sent_only_if_it_is_assigned()
    {
        Assert.Null(Least.Optional);
        Assert.False(Least.IsSet("optional"));
        Assert.Contains("\"optional\":\"x\"", (Least with { Optional = ConstantModelOptional.X }).ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_required_constant_is_set_and_cannot_be_unset(string name)
    {
        Assert.True(Least.IsSet(name));
        ArgumentException error = Assert.Throws<ArgumentException>(() => Least.Unset(name));
        Assert.Contains("required", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void JSON_without_it_or_with_another_value_is_refused(string name)
    {
        Assert.True(Parse(JsonNode.Parse(Body)!.AsObject(), out IReadOnlyList<KlingViolation> violations), string.Join(" ", violations));
        JsonObject without = JsonNode.Parse(Body)!.AsObject();
        _ = without.Remove(name);
        Assert.False(Parse(without, out violations));
        Assert.Equal("required", Assert.Single(violations).Keyword);
        JsonObject other = JsonNode.Parse(Body)!.AsObject();
        other[name] = "other";
        Assert.False(Parse(other, out violations));
        Assert.All(violations, violation => Assert.Equal("/" + name, violation.Path));
    }

    [Fact]
    public void Constants_work_in_records_lists_and_unions()
    {
        ConstantModelRequest request = Least with
        {
            Step = new() { Name = "a" },
            Steps = [new() { Name = "b", Length = 6 }],
            Marks = [new()],
            Shape = new ConstantModelSquare { Side = 2 },
        };
        string json = Body[..^1] + ",\"step\":{\"type\":\"step\",\"name\":\"a\"},\"steps\":[{\"type\":\"step\",\"name\":\"b\",\"length\":6}],\"marks\":[{\"type\":\"mark\"}],\"shape\":{\"kind\":\"square\",\"side\":2}}";
        Assert.Equal(json, request.ToJson());
        Assert.Empty(request.Validate());
        Assert.True(Parse(JsonNode.Parse(json)!.AsObject(), out ConstantModelRequest? parsed, out _));
        Assert.Equal(request, parsed);
        Assert.Equal(request.GetHashCode(), parsed.GetHashCode());
        Assert.Equal(
            request,
            ConstantModelRequest.CreateBuilder("p", ConstantModelChoice.A).WithStep(new() { Name = "a" }).AddStep(name: "b", length: 6).AddMark().WithShape(new ConstantModelSquare { Side = 2 }).Build());
        Assert.False(Parse(JsonNode.Parse(Body[..^1] + ",\"step\":{\"name\":\"a\"}}")!.AsObject(), out IReadOnlyList<KlingViolation> violations));
        Assert.Equal(("/step/type", "required"), (violations[0].Path, violations[0].Keyword));
    }

    [Fact]
    public void A_constant_with_another_value_is_a_violation()
    {
        KlingViolation violation = Assert.Single((Least with { Kind = (ConstantModelKind)Enum.ToObject(typeof(ConstantModelKind), 9) }).Validate());
        Assert.Equal("/kind", violation.Path);
    }

    private static bool Parse(JsonObject json, out IReadOnlyList<KlingViolation> violations) => Parse(json, out _, out violations);

    private static bool Parse(JsonObject json, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ConstantModelRequest? request, out IReadOnlyList<KlingViolation> violations)
    {
        using var document = JsonDocument.Parse(json.ToJsonString());
        return ConstantModelRequest.TryParse(document.RootElement, out request, out violations);
    }
}
