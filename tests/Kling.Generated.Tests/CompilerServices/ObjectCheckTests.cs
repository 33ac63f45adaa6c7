using System.Text.Json;
using System.Text.RegularExpressions;
using Kling.CompilerServices;

namespace Kling.Tests.CompilerServices;

public sealed class ObjectCheckTests
{
    [Theory]
    [InlineData("""{"a":null,"b/c":1}""", "")]
    [InlineData("""{"a":1}""", "/b~1c required")]
    [InlineData("""{"\ud800":1,"a":1}""", "/b~1c required")]
    [InlineData("{}", "/a required, /b~1c required")]
    [InlineData("[]", "")]
    public void A_missing_property_is_reported_with_its_pointer(string json, string expected) =>
        Assert.Equal(expected, Found(json, static (value, ref validation) => validation.Required(value, ["a", "b/c"])));

    [Theory]
    [InlineData("""{"a":1}""", "")]
    [InlineData("""{"a":"x"}""", "/a type")]
    [InlineData("""{"b":"x"}""", "")]
    [InlineData("""{"a":"x","a":1}""", "")]
    [InlineData("""{"a":1,"a":"x"}""", "/a type")]
    [InlineData("""{"\udc00":1,"a":"x"}""", "/a type")]
    [InlineData("""{"aa\ud800":1}""", "")]
    [InlineData("\"a\"", "")]
    public void The_last_value_of_a_duplicate_property_is_checked(string json, string expected) =>
        Assert.Equal(expected, Found(json, static (value, ref validation) => validation.Property(value, "a", IsNumber)));

    [Theory]
    [InlineData("""{"x1":1,"x2":"a","y":"b"}""", "/x2 type")]
    [InlineData("""{"x":"a","x":1}""", "")]
    [InlineData("""{"x\ud800":"a"}""", "/x<d800> type")]
    [InlineData("[1]", "")]
    public void Members_whose_names_match_are_checked(string json, string expected) =>
        Assert.Equal(expected, Found(json, static (value, ref validation) => validation.PatternProperty(value, new KlingPattern("^x", "^x"), IsNumber)));

    [Theory]
    [InlineData("""{"a":"s","x1":"s","b":1}""", "")]
    [InlineData("""{"a":"s","x1":"s","b":"s","c":"s"}""", "/b type, /c type")]
    [InlineData("""{"\ud800":"s"}""", "/<d800> type")]
    [InlineData("[\"s\"]", "")]
    public void Undeclared_properties_are_checked(string json, string expected) =>
        Assert.Equal(expected, Found(json, static (value, ref validation) => validation.AdditionalProperties(value, ["a"], [new KlingPattern("^x", "^x")], IsNumber)));

    [Fact]
    public void A_property_name_whose_match_times_out_is_reported_once()
    {
        var slow = new KlingPattern("^(\\w+\\s?)*$", new Lazy<Regex>(static () => new("^(\\w+\\s?)*$", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(1))));
        string name = $"{new string('a', 40)}!";

        KlingViolation violation = Checking.One($$"""{"{{name}}":1}""", (value, ref validation) =>
        {
            validation.PatternProperty(value, slow, IsNumber);
            validation.AdditionalProperties(value, [], [slow], static (json, ref inner) => inner.Never(json));
        });

        Assert.Equal(($"/{name}", "patternProperties"), (violation.Path, violation.Keyword));
    }

    [Theory]
    [InlineData("""{"ab":1,"abc":1}""", "/abc maxLength")]
    [InlineData("""{"\"\\":1}""", "")]
    [InlineData("""{"\"\\\u0001":1}""", "/\"\\\u0001 maxLength")]
    [InlineData("""{"\ud83d\ude00b":1}""", "")]
    [InlineData("""{"\ud83da\ude00":1}""", "/<d83d>a<de00> maxLength")]
    [InlineData("[\"abc\"]", "")]
    public void Names_are_checked_as_strings(string json, string expected) =>
        Assert.Equal(expected, Found(json, static (value, ref validation) => validation.PropertyNames(value, static (name, ref inner) => inner.MaxLength(name, 2))));

    [Theory]
    [InlineData("""{"a":1}""", " minProperties")]
    [InlineData("""{"a":1,"a":2}""", " minProperties")]
    [InlineData("""{"a":1,"b":2}""", "")]
    [InlineData("""{"a":1,"b":2,"b":3}""", "")]
    [InlineData("""{"a":1,"b":2,"\ud800":3}""", " maxProperties")]
    [InlineData("[]", "")]
    public void Duplicate_property_names_are_counted_once(string json, string expected) =>
        Assert.Equal(expected, Found(json, static (value, ref validation) =>
        {
            validation.MinProperties(value, 2);
            validation.MaxProperties(value, 2);
        }));

    [Theory]
    [InlineData("""{"a":1,"b":1,"c":1}""", "")]
    [InlineData("""{"a":1,"c":1}""", " dependentRequired")]
    [InlineData("""{"a":null}""", " dependentRequired,  dependentRequired")]
    [InlineData("""{"c":1}""", "")]
    [InlineData("\"a\"", "")]
    public void A_property_can_require_other_properties(string json, string expected) =>
        Assert.Equal(expected, Found(json, static (value, ref validation) => validation.DependentRequired(value, "a", ["b", "c"])));

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, false, true)]
    [InlineData(false, true, true)]
    public void A_typed_property_can_require_another(bool isSet, bool otherIsSet, bool isValid)
    {
        var validation = default(KlingValidation);

        validation.DependentRequired(isSet, "mask", otherIsSet, "image");

        Assert.Equal(isValid ? [] : ["'image' is required, because 'mask' is set."], validation.Violations.Select(static violation => violation.ToString()));
    }

    [Fact]
    public void Typed_members_are_counted()
    {
        var validation = default(KlingValidation);

        validation.MinProperties(1, 2);
        validation.MinProperties(2, 2);
        validation.MaxProperties(2, 2);
        validation.MaxProperties(3, 2);

        Assert.Equal(["minProperties", "maxProperties"], validation.Violations.Select(static violation => violation.Keyword));
    }

    // An attribute cannot hold half of a surrogate pair, so it is written out.
    private static string Found(string json, KlingJsonCheck check) =>
        string.Join(", ", Checking.Run(json, check).Select(static violation => $"{string.Concat(violation.Path.Select(Show))} {violation.Keyword}"));

    private static string Show(char c) => char.IsSurrogate(c) ? $"<{(int)c:x4}>" : c.ToString();

    private static void IsNumber(JsonElement json, ref KlingValidation validation) => validation.Type(json, KlingJsonTypes.Number);
}
