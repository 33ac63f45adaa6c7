using System.Text.Json;
using Kling.CompilerServices;

namespace Kling.Tests.CompilerServices;

public sealed class ListCheckTests
{
    [Theory]
    [InlineData("[1]", false, true)]
    [InlineData("[1,2]", true, true)]
    [InlineData("[1,2,3,4]", true, false)]
    [InlineData("\"\"", true, true)]
    public void Items_are_counted(string json, bool hasEnough, bool hasRoom)
    {
        Checking.Expect(hasEnough, "minItems", json, static (value, ref validation) => validation.MinItems(value, 2));
        Checking.Expect(hasRoom, "maxItems", json, static (value, ref validation) => validation.MaxItems(value, 3));
    }

    [Theory]
    [InlineData("[1,true,\"1\",[1],{\"a\":1},null]", true)]
    [InlineData("[1,2,1.00]", false)]
    [InlineData("[{\"a\":1,\"b\":[2]},{\"b\":[2.0],\"a\":1}]", false)]
    [InlineData("[\"\\ud800\",\"\\ud801\"]", true)]
    [InlineData("[\"\\ud800\",\"\\ud800\"]", false)]
    [InlineData("[{\"\\ud800\":1},{\"\\ud800\":1}]", false)]
    [InlineData("{\"a\":[1,1]}", true)]
    public void No_two_items_are_equal(string json, bool isValid) =>
        Checking.Expect(isValid, "uniqueItems", json, static (value, ref validation) => validation.UniqueItems(value));

    [Theory]
    [InlineData(10)]
    [InlineData(200)]
    public void A_duplicate_item_is_reported_with_both_positions(int count)
    {
        string[] items = [.. Enumerable.Range(0, count).Select(static i => $"item {i}"), "item 4"];
        string message = $"Items 4 and {count} are equal; the list must not contain duplicates. Remove one.";
        var validation = default(KlingValidation);

        KlingTypes.Instance.List(KlingTypes.Instance.String(), uniqueItems: true).Validate(items, ref validation);

        Assert.Equal(message, Assert.Single(validation.Violations).Message);
        Assert.Equal(message, Checking.One(JsonSerializer.Serialize(items), static (value, ref validation) => validation.UniqueItems(value)).Message);
    }

    [Fact]
    public void Typed_items_are_compared_by_their_JSON()
    {
        var validation = default(KlingValidation);

        KlingTypes.Instance.List(KlingTypes.Instance.Uri(), uniqueItems: true).Validate([new Uri("https://example.com/#a"), new Uri("https://example.com/#b")], ref validation);
        KlingTypes.Instance.List(KlingTypes.Instance.OrNull(KlingTypes.Instance.String()), uniqueItems: true).Validate([null, "a", null], ref validation);
        KlingTypes.Instance.List(KlingTypes.Instance.Int32(), uniqueItems: true).Validate([], ref validation);

        Assert.Equal("Items 0 and 2 are equal; the list must not contain duplicates. Remove one.", Assert.Single(validation.Violations).Message);
    }

    [Theory]
    [InlineData("[1,\"a\",2,\"b\"]", 0, "/1 /3")]
    [InlineData("[1,\"a\",2,\"b\"]", 2, "/3")]
    [InlineData("[1]", 5, "")]
    [InlineData("{\"a\":\"b\"}", 0, "")]
    public void A_violation_of_an_item_has_its_index(string json, int from, string places) =>
        Assert.Equal(places, Places(Checking.Run(json, (value, ref validation) => validation.Items(value, IsNumber, from))));

    [Theory]
    [InlineData("[1,\"a\"]", "")]
    [InlineData("[\"a\",1,1]", "/0 /1")]
    [InlineData("[1]", "")]
    [InlineData("\"a\"", "")]
    public void The_first_items_can_each_have_their_own_check(string json, string places) =>
        Assert.Equal(places, Places(Checking.Run(json, static (value, ref validation) => validation.PrefixItems(value, [IsNumber, IsString]))));

    private static string Places(IEnumerable<KlingViolation> violations) => string.Join(' ', violations.Select(static violation => violation.Path));

    private static void IsNumber(JsonElement json, ref KlingValidation validation) => validation.Type(json, KlingJsonTypes.Number);

    private static void IsString(JsonElement json, ref KlingValidation validation) => validation.Type(json, KlingJsonTypes.String);
}
