using Kling.CompilerServices;

namespace Kling.Tests.CompilerServices;

public sealed class TypeCheckTests
{
    [Theory]
    [InlineData("null", KlingJsonTypes.Null, true)]
    [InlineData("0", KlingJsonTypes.Null, false)]
    [InlineData("false", KlingJsonTypes.Boolean, true)]
    [InlineData("0", KlingJsonTypes.Boolean, false)]
    [InlineData("5.0", KlingJsonTypes.Integer, true)]
    [InlineData("50e-1", KlingJsonTypes.Integer, true)]
    [InlineData("0e-9", KlingJsonTypes.Integer, true)]
    [InlineData("5.5", KlingJsonTypes.Integer, false)]
    [InlineData("9223372036854775807", KlingJsonTypes.Integer, true)]
    [InlineData("-9223372036854775808.0", KlingJsonTypes.Integer, true)]
    [InlineData("9223372036854775808", KlingJsonTypes.Integer, false)]
    [InlineData("9223372036854775808", KlingJsonTypes.Integer | KlingJsonTypes.Number, true)]
    [InlineData("1e999999999", KlingJsonTypes.Integer, false)]
    [InlineData("1e308", KlingJsonTypes.Number, true)]
    [InlineData("-1e400", KlingJsonTypes.Number, false)]
    [InlineData("1e-999999999", KlingJsonTypes.Integer, false)]
    [InlineData("5", KlingJsonTypes.Number, true)]
    [InlineData("5.5", KlingJsonTypes.Number | KlingJsonTypes.Null, true)]
    [InlineData("\"5\"", KlingJsonTypes.Number, false)]
    [InlineData("\"5\"", KlingJsonTypes.String, true)]
    [InlineData("\"\\ud800\"", KlingJsonTypes.String, true)]
    [InlineData("[]", KlingJsonTypes.Array, true)]
    [InlineData("[]", KlingJsonTypes.Object, false)]
    [InlineData("{}", KlingJsonTypes.Object, true)]
    [InlineData("null", KlingJsonTypes.None, false)]
    public void A_value_has_one_of_the_types(string json, KlingJsonTypes allowed, bool isValid) =>
        Checking.Expect(isValid, "type", json, (value, ref validation) => validation.Type(value, allowed));

    [Theory]
    [InlineData(KlingJsonTypes.String, "A string is expected, but this is 5.5.")]
    [InlineData(KlingJsonTypes.Integer | KlingJsonTypes.Null, "An integer or null is expected, but this is 5.5.")]
    [InlineData(KlingJsonTypes.Null | KlingJsonTypes.Array | KlingJsonTypes.Boolean, "A boolean, an array or null is expected, but this is 5.5.")]
    public void The_message_names_the_types(KlingJsonTypes allowed, string message) =>
        Assert.Equal(message, Checking.One("5.5", (value, ref validation) => validation.Type(value, allowed)).Message);

    [Theory]
    [InlineData("9223372036854775808", KlingJsonTypes.Integer | KlingJsonTypes.String, "9223372036854775808 is too large for a 64-bit integer: the maximum is 9223372036854775807.")]
    [InlineData("-1e400", KlingJsonTypes.Number, "-1e400 is too small for a double: the minimum is -1.7976931348623157E+308.")]
    public void A_number_that_no_CSharp_type_holds_is_refused_with_its_limit(string json, KlingJsonTypes allowed, string message) =>
        Assert.Equal(message, Checking.One(json, (value, ref validation) => validation.Type(value, allowed)).Message);

    [Fact]
    public void An_undefined_JsonElement_has_no_type()
    {
        var validation = default(KlingValidation);

        validation.Type(default, KlingJsonTypes.Null | KlingJsonTypes.Object);

        Assert.Equal("An object or null is expected, but this is nothing.", Assert.Single(validation.Violations).Message);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("1.0", true)]
    [InlineData("10e-1", true)]
    [InlineData("true", false)]
    [InlineData("\"a\"", true)]
    [InlineData("\"\\u0061\"", true)]
    [InlineData("\"A\"", false)]
    [InlineData("{\"y\":[1],\"x\":2.0}", true)]
    [InlineData("{\"y\":[9],\"x\":2,\"y\":[1]}", true)]
    [InlineData("{\"x\":2}", false)]
    [InlineData("null", true)]
    [InlineData("\"\\ud800\"", true)]
    [InlineData("\"\\ud801\"", false)]
    public void An_enum_compares_as_JSON_Schema_does(string json, bool isValid) =>
        Checking.Expect(isValid, "enum", json, static (value, ref validation) =>
            validation.Enum(value, KlingJsonConstant.Parse("""[1, "a", {"x": 2, "y": [1]}, null, "\ud800"]""")));

    [Fact]
    public void A_violated_enum_lists_what_is_allowed()
    {
        KlingViolation violation = Checking.One("7", static (value, ref validation) => validation.Enum(value, KlingJsonConstant.Parse("""["5","10"]""")));

        Assert.Equal(("[\"5\",\"10\"]", "7"), (violation.Limit, violation.Actual));
        Assert.Equal("7 is not allowed. Allowed values: \"5\", \"10\".", violation.Message);
    }

    [Theory]
    [InlineData("2.50", true)]
    [InlineData("2.51", false)]
    [InlineData("\"2.5\"", false)]
    public void A_constant_compares_as_JSON_Schema_does(string json, bool isValid) =>
        Checking.Expect(isValid, "const", json, static (value, ref validation) => validation.Const(value, KlingJsonConstant.Parse("2.5")));

    [Fact]
    public void A_constant_may_be_nested_deeper_than_the_parser_takes_by_default()
    {
        string deep = new string('[', 200) + new string(']', 200);

        Assert.Equal(deep, KlingJsonConstant.Parse(deep).GetRawText());
    }
}
