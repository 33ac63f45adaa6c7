using System.Text.Json;
using System.Text.Json.Nodes;
using Kling.SourceGenerator.Tests.Judge;
using Kling.Tests;

namespace Kling.SourceGenerator.Tests.Equality;

/// <summary>Requests are equal if, and only if, they are the same JSON value: unions, lists of them, free-form objects, untyped values.</summary>
public sealed class EqualityTests(EqualityTests.Models compiled) : IClassFixture<EqualityTests.Models>
{
    private const int Pairs = 4_000;

    private const string Schema = """
        {
          "properties": {
            "size": { "anyOf": [{ "type": "number" }, { "type": "string" }, { "type": "array", "items": { "type": "number" } }] },
            "shape": { "$ref": "#/$defs/shape" },
            "shapes": { "type": "array", "items": { "$ref": "#/$defs/shape" } },
            "grid": { "type": "array", "items": { "type": "array", "items": { "$ref": "#/$defs/shape" } } },
            "extra": { "type": "object" },
            "any": {},
            "anything": { "type": "array", "items": {} }
          },
          "$defs": {
            "shape": { "anyOf": [
              { "type": "object", "properties": { "x": { "type": "number" }, "more": { "type": "object" }, "any": {} } },
              { "type": "object", "properties": { "x": { "type": "number" }, "y": { "type": "string" } }, "required": ["y"] },
              { "type": "string" },
              { "type": "boolean" }
            ] }
          }
        }
        """;

    private const string Code = """
        #nullable enable
        namespace Acme.Models
        {
            internal static class Built
            {
                private static readonly global::System.Text.Json.JsonElement Half = global::System.Text.Json.JsonDocument.Parse("\"\\ud800\"").RootElement.Clone();

                public static AcmeClipShape First { get; } = new AcmeClipShapeOption1
                {
                    X = 1,
                    AdditionalParameters = global::Kling.KlingJsonObject.Empty.With("y", global::System.Text.Json.Nodes.JsonValue.Create("a")),
                };

                public static AcmeClipShape Second { get; } = new AcmeClipShapeOption2 { X = 1, Y = "a" };

                public static AcmeClipShape Unwritable() => new AcmeClipShapeOption1 { Any = Half };
            }
        }
        """;

    [Theory]
    [InlineData("""{"size":1}""", """{"size":1.0}""")]
    [InlineData("""{"size":10}""", """{"size":1e1}""")]
    [InlineData("""{"size":-0.0}""", """{"size":0}""")]
    [InlineData("""{"size":[1,2]}""", """{"size":[1.0,20e-1]}""")]
    [InlineData("""{"size":"A"}""", """{"size":"\u0041"}""")]
    [InlineData("""{"shape":{"more":{"a":1,"b":[true]}}}""", """{"shape":{"more":{"b":[true],"a":1.00}}}""")]
    [InlineData("""{"shape":{"x":1,"new":{"a":1,"b":2}}}""", """{"shape":{"new":{"b":2e0,"a":1},"x":1.0}}""")]
    [InlineData("""{"shape":{"any":"\ud83d\ude00"}}""", """{"shape":{"any":"😀"}}""")]
    [InlineData("""{"shapes":["a",{"any":[1]}]}""", """{"shapes":["\u0061",{"any":[1.0]}]}""")]
    [InlineData("""{"grid":[[{"more":{}}],[]]}""", """{"grid":[[{"more":{}}],[]]}""")]
    [InlineData("""{"extra":{"a":{"b":1,"c":2}}}""", """{"extra":{"a":{"c":2.0,"\u0062":10e-1}}}""")]
    [InlineData("""{"extra":{"a":1}}""", """{"extra":{"a":"gone","a":1}}""")]
    [InlineData("""{"any":{"a":1}}""", """{"any":{"a":2,"a":1}}""")]
    [InlineData("""{"anything":[1,"a",{"x":null}]}""", """{"anything":[1.0,"\u0061",{"x":null}]}""")]
    [InlineData("""{"undeclared":[1e2]}""", """{"undeclared":[100]}""")]
    public void Different_spellings_of_a_JSON_value_are_equal(string one, string other) => AssertEqual(one, other, areEqual: true, "");

    [Theory]
    [InlineData("""{"size":1}""", """{"size":"1"}""")]
    [InlineData("""{"size":"A"}""", """{"size":"a"}""")]
    [InlineData("""{"size":[1,2]}""", """{"size":[2,1]}""")]
    [InlineData("""{"shape":{"more":{"a":1}}}""", """{"shape":{"more":{"a":null}}}""")]
    [InlineData("""{"shape":{}}""", """{"shape":{"more":{}}}""")]
    [InlineData("""{"shape":true}""", """{"shape":"true"}""")]
    [InlineData("""{"shapes":["a","b"]}""", """{"shapes":["b","a"]}""")]
    [InlineData("""{"extra":{"a":1}}""", """{"extra":{"A":1}}""")]
    [InlineData("""{"any":null}""", """{}""")]
    [InlineData("""{"any":9007199254740993}""", """{"any":9007199254740992}""")]
    public void Different_JSON_values_are_not_equal(string one, string other) => AssertEqual(one, other, areEqual: false, "");

    [Fact]
    public void Random_values_are_equal_as_their_JSON_is()
    {
        Random random = Seed.Next(out string hint);
        int equal = 0;
        for (int i = 0; i < Pairs; i++)
        {
            JsonObject one = RandomBody(random);
            JsonObject other = random.Percent(50) ? RandomBody(random) : (JsonObject)one.DeepClone();
            string left = one.ToJsonString();
            string right = Respelled(other, random);
            using var json = JsonDocument.Parse(left);
            using var otherJson = JsonDocument.Parse(other.ToJsonString());
            bool areEqual = JsonElement.DeepEquals(json.RootElement, otherJson.RootElement);
            equal += areEqual ? 1 : 0;
            AssertEqual(left, right, areEqual, hint);
        }

        Assert.InRange(equal, Pairs / 3, Pairs - 1);
    }

    [Fact]
    public void Alternatives_of_different_types_are_equal_if_they_are_sent_alike()
    {
        object first = Built("First");
        object second = Built("Second");

        Assert.NotEqual(first.GetType().GetMethod("TryGetOption1")!.Invoke(first, [null]), second.GetType().GetMethod("TryGetOption1")!.Invoke(second, [null]));
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Fact]
    public void Values_that_cannot_be_written_are_compared_without_an_exception()
    {
        System.Reflection.MethodInfo create = Type("Acme.Models.Built").GetMethod("Unwritable")!;
        object first = create.Invoke(null, null)!;
        object second = create.Invoke(null, null)!;

        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(first, Built("First"));
        Assert.NotEqual(Built("First"), first);
    }

    private void AssertEqual(string one, string other, bool areEqual, string hint)
    {
        IKlingRequest left = Parse(one);
        IKlingRequest right = Parse(other);
        string story = $"{one}\n{other}\n{hint}";

        Assert.True(areEqual == left.Equals(right), story);
        Assert.True(areEqual == right.Equals(left), story);
        Assert.True(!areEqual || left.GetHashCode() == right.GetHashCode(), story);
        foreach (System.Reflection.PropertyInfo property in left.GetType().GetProperties().Where(static property => property.Name is "Size" or "Shape" or "Shapes" or "Grid" or "Extra"))
        {
            object? value = property.GetValue(left);
            object? otherValue = property.GetValue(right);
            Assert.True(!areEqual || Equals(value, otherValue), $"{property.Name}: {story}");
            Assert.True(!Equals(value, otherValue) || value?.GetHashCode() == otherValue?.GetHashCode(), $"{property.Name}: {story}");
        }
    }

    private IKlingRequest Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.True(compiled.Model.TryParse(document.RootElement, out IKlingRequest? request, out IReadOnlyList<KlingViolation> violations), string.Join("\n", violations));
        return request;
    }

    private Type Type(string name) => compiled.Model.RequestType!.Assembly.GetType(name, throwOnError: true)!;

    private object Built(string name) => Type("Acme.Models.Built").GetProperty(name)!.GetValue(null)!;

    // Few values and few names: equal ones shall be frequent.
    private static JsonObject RandomBody(Random random)
    {
        var body = new JsonObject();
        foreach (string name in random.Some(["size", "shape", "shapes", "grid", "extra", "any", "anything", "undeclared"], 0, 2))
        {
            body[name] = name switch
            {
                "size" => random.Pick<JsonNode>(Number(random), Text(random), new JsonArray(Number(random), Number(random))),
                "shape" => Shape(random),
                "shapes" => Shapes(random),
                "grid" => new JsonArray(Shapes(random), Shapes(random)),
                "extra" => Object(random, depth: 2),
                "anything" => new JsonArray(Any(random, depth: 1), Any(random, depth: 1)),
                _ => Any(random, depth: 2),
            };
        }

        return body;
    }

    private static JsonArray Shapes(Random random) => [.. Enumerable.Range(0, random.Next(3)).Select(_ => Shape(random))];

    private static JsonNode Shape(Random random) => random.Next(4) switch
    {
        0 => new JsonObject { ["x"] = Number(random), ["more"] = Object(random, depth: 1) },
        1 => new JsonObject { ["x"] = Number(random), ["y"] = Text(random) },
        2 => Text(random),
        _ => JsonValue.Create(random.Percent(50)),
    };

    private static JsonObject Object(Random random, int depth)
    {
        var members = new JsonObject();
        foreach (string name in random.Some(["a", "b", "c"], 0, 2))
        {
            members[name] = Any(random, depth - 1);
        }

        return members;
    }

    private static JsonNode? Any(Random random, int depth) => random.Next(depth > 0 ? 6 : 4) switch
    {
        0 => null,
        1 => Number(random),
        2 => Text(random),
        3 => JsonValue.Create(random.Percent(50)),
        4 => new JsonArray(Any(random, depth - 1), Any(random, depth - 1)),
        _ => Object(random, depth),
    };

    private static JsonValue Number(Random random) => JsonValue.Create(random.Pick(0, 1, -2, 10, 0.5));

    private static JsonValue Text(Random random) => JsonValue.Create(random.Pick("", "a", "A", "1", "é😀"));

    /// <summary>The same value: names in another order, once spoilt and then mended, numbers and texts in other forms.</summary>
    private static string Respelled(JsonNode? node, Random random)
    {
        switch (node)
        {
            case JsonObject members:
                string[] names = [.. members.Select(static member => member.Key)];
                random.Shuffle(names);
                IEnumerable<string> spoilt = names.Length > 0 && random.Percent(20) ? [$"{Quoted(names[^1], random)}:[7]"] : [];
                return $"{{{string.Join(",", spoilt.Concat(names.Select(name => $"{Quoted(name, random)}: {Respelled(members[name], random)}")))}}}";
            case JsonArray items:
                return $"[{string.Join(" , ", items.Select(item => Respelled(item, random)))}]";
            case JsonValue value when value.GetValueKind() is JsonValueKind.String:
                return Quoted(value.GetValue<string>(), random);
            case JsonValue value when value.GetValueKind() is JsonValueKind.Number:
                string number = value.ToJsonString();
                string[] forms = number.Contains('.', StringComparison.Ordinal)
                    ? [number, $"{number}0", $"{number}e0"]
                    : [number, $"{number}.0", $"{number}.00e0", number == "0" ? "-0" : $"{number}00e-2"];
                return random.Pick(forms);
            default:
                return node?.ToJsonString() ?? "null";
        }
    }

    private static string Quoted(string text, Random random) =>
        $"\"{string.Concat(text.Select(c => random.Percent(30) || c > '~' ? $"\\u{(int)c:x4}" : c.ToString()))}\"";

    /// <summary>The schema, compiled once for all tests.</summary>
    public sealed class Models : IDisposable
    {
        private readonly GeneratedModels _models = new(TestProject.With(Schema) with { Code = Code });

        public KlingModel Model => _models.BySlug["acme-clip"];

        public void Dispose() => _models.Dispose();
    }
}
