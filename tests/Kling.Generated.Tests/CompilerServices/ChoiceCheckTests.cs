using System.Text.Json;
using Kling.CompilerServices;

namespace Kling.Tests.CompilerServices;

public sealed class ChoiceCheckTests
{
    [Theory]
    [InlineData("1", true, true)]
    [InlineData("\"a\"", true, true)]
    [InlineData("20", true, false)]
    [InlineData("null", false, false)]
    public void A_value_must_match_the_right_number_of_alternatives(string json, bool matchesAny, bool matchesOne)
    {
        Checking.Expect(matchesAny, "anyOf", json, static (value, ref validation) => validation.AnyOf(value, [IsNumber, IsString, IsAtLeastTen]));
        Checking.Expect(matchesOne, "oneOf", json, static (value, ref validation) => validation.OneOf(value, [IsNumber, IsString, IsAtLeastTen]));
    }

    [Fact]
    public void The_message_about_too_many_matches_numbers_them()
    {
        KlingViolation violation = Checking.One("20", static (value, ref validation) => validation.OneOf(value, [IsNumber, IsString, IsAtLeastTen]));

        Assert.Equal("The value matches 2 of the 3 alternatives (numbers 1, 3); it must match exactly one.", violation.Message);
    }

    [Theory]
    [InlineData("""{"kind":"circle","radius":"x"}""", "number 1: /radius: A number is expected, but this is \"x\".")]
    [InlineData("""{"kind":"box"}""", "number 2: /width: A value is required.")]
    [InlineData("\"box\"", "number 3: \"box\" is not allowed. The value must be \"none\".")]
    public void The_violation_describes_the_nearest_alternative(string json, string nearest)
    {
        KlingJsonCheck[] shapes = [IsCircle, IsBox, static (value, ref validation) => validation.Const(value, KlingJsonConstant.Parse("\"none\""))];

        string message = $"The value matches none of the 3 alternatives. The nearest is {nearest}";
        Assert.Equal(message, Checking.One(json, (value, ref validation) => validation.AnyOf(value, shapes)).Message);
        Assert.Equal(message, Checking.One(json, (value, ref validation) => validation.OneOf(value, shapes)).Message);
    }

    [Fact]
    public void A_message_about_a_single_alternative_says_so() => Assert.Equal(
        "The value does not match the only alternative: A number is expected, but this is null.",
        Checking.One("null", static (value, ref validation) => validation.AnyOf(value, [IsNumber])).Message);

    [Fact]
    public void The_schema_false_allows_nothing()
    {
        KlingViolation violation = Checking.One("[]", static (value, ref validation) => validation.Never(value));

        Assert.Equal(("", "false", "No value is allowed here, but this is an array. Remove it."), (violation.Path, violation.Keyword, violation.Message));
    }

    private static void IsNumber(JsonElement json, ref KlingValidation validation) => validation.Type(json, KlingJsonTypes.Number);

    private static void IsString(JsonElement json, ref KlingValidation validation) => validation.Type(json, KlingJsonTypes.String);

    private static void IsAtLeastTen(JsonElement json, ref KlingValidation validation)
    {
        validation.Type(json, KlingJsonTypes.Integer);
        validation.Minimum(json, "10");
    }

    private static void IsCircle(JsonElement json, ref KlingValidation validation) => IsShape(json, "\"circle\"", "radius", ref validation);

    private static void IsBox(JsonElement json, ref KlingValidation validation)
    {
        IsShape(json, "\"box\"", "width", ref validation);
        IsShape(json, "\"box\"", "height", ref validation);
    }

    private static void IsShape(JsonElement json, string kind, string size, ref KlingValidation validation)
    {
        validation.Type(json, KlingJsonTypes.Object);
        validation.Required(json, [size]);
        validation.Property(json, size, IsNumber);
        validation.Property(json, "kind", (value, ref inner) => inner.Const(value, KlingJsonConstant.Parse(kind)));
    }
}
