using System.Text.Json;
using Kling.CompilerServices;

namespace Kling.Tests.CompilerServices;

public sealed class TypedJsonCheckTests
{
    [Fact]
    public void A_typed_value_is_checked_as_its_JSON()
    {
        var validation = default(KlingValidation);

        validation.Json("abc", KlingTypes.Instance.String().Write, static (json, ref inner) => inner.MaxLength(json, 2));

        Assert.Equal("maxLength", Assert.Single(validation.Violations).Keyword);
    }

    [Fact]
    public void A_value_larger_than_the_first_buffer_is_complete()
    {
        KlingList<int> numbers = Enumerable.Range(0, 100_000).ToKlingList();
        int last = -1;
        var validation = default(KlingValidation);

        validation.Json(numbers, KlingTypes.Instance.List(KlingTypes.Instance.Int32()).Write, (json, ref _) => last = json[99_999].GetInt32());

        Assert.Equal(99_999, last);
    }

    [Theory]
    [InlineData(900, 0)]
    [InlineData(1_100, 1)]
    public void The_maximum_depth_is_that_of_the_writer(int depth, int violations)
    {
        JsonElement nested = KlingJsonConstant.Parse(new string('[', depth) + new string(']', depth));
        var validation = default(KlingValidation);

        validation.Json(nested, KlingTypes.Instance.Json.Write, static (json, ref inner) => inner.Type(json, KlingJsonTypes.Array));

        Assert.Equal(violations, validation.Count);
    }

    [Fact]
    public void A_value_that_cannot_be_written_is_a_violation()
    {
        JsonElement half = KlingJsonConstant.Parse("\"\\ud800\"");
        var validation = default(KlingValidation);

        validation.Json(half, KlingTypes.Instance.Json.Write, static (json, ref inner) => inner.Type(json, KlingJsonTypes.String));

        Assert.Equal("type", Assert.Single(validation.Violations).Keyword);
    }
}
