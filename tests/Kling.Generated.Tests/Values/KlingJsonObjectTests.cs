using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Tests.Values;

public sealed class KlingJsonObjectTests
{
    private static readonly KlingJsonObject Two = new JsonObject { ["a"] = 1, ["b"] = "x" };

    [Fact]
    public async Task The_body_of_a_foreach_may_await()
    {
        List<string> names = [];
        foreach ((string name, JsonElement value) in Two)
        {
            await Task.Yield();
            names.Add($"{name}={value}");
        }

        Assert.Equal(["a=1", "b=x"], names);
    }

    [Fact]
    public void Names_and_values_are_read_in_their_order()
    {
        Assert.Equal(["a", "b"], Two.Keys);
        Assert.Equal(["1", "x"], Two.Values.Select(static value => value.ToString()));
        Assert.Equal(2, Two.Count);
        Assert.True(Two is { Count: 2 } && Two.ContainsKey("a") && !Two.ContainsKey("A"));
        Assert.Equal(2, Two.ToDictionary().Count);
        Assert.False(Two.TryGetValue("c", out JsonElement none));
        Assert.Equal(JsonValueKind.Undefined, none.ValueKind);
    }

    [Fact]
    public void A_missing_name_is_an_error_with_the_name()
    {
        Assert.Contains("'c'", Assert.Throws<KeyNotFoundException>(static () => Two["c"]).Message, StringComparison.Ordinal);
        Assert.Same(Two, Two.Without("c"));
        Assert.Equal(["b"], Two.Without("a").Keys);
        Assert.Same(KlingJsonObject.Empty, Two.Without("a").Without("b"));
    }

    [Fact]
    public void Null_is_not_allowed_as_a_name()
    {
        Assert.Equal("key", Assert.Throws<ArgumentNullException>(static () => Two[null!]).ParamName);
        Assert.Equal("key", Assert.Throws<ArgumentNullException>(static () => Two.ContainsKey(null!)).ParamName);
        Assert.Equal("key", Assert.Throws<ArgumentNullException>(static () => Two.TryGetValue(null!, out _)).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentNullException>(static () => Two.Without(null!)).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentNullException>(static () => Two.With(null!, JsonValue.Create(1))).ParamName);
        Assert.Null((KlingJsonObject?)(JsonObject?)null);
    }
}
