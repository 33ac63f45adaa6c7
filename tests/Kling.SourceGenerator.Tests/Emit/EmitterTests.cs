using Kling.SourceGenerator.Emit;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Tests.Emit;

/// <summary>Emitters see records and nothing else: these are made by hand.</summary>
public sealed class EmitterTests
{
    [Fact]
    public void An_optional_value_is_written_where_it_was_assigned() => Assert.Contains(
        """
                if (Seed is { } seedValue)
                {
                    writer.WriteNumber("seed"u8, seedValue);
                }
        """.ReplaceLineEndings("\n"),
        Emit(WriteEmitter.Emit, Property("seed", "Seed", new IntegerModel(Is64Bit: true))),
        StringComparison.Ordinal);

    [Fact]
    public void A_nullable_value_is_written_by_its_bit() => Assert.Contains(
        "if (isSeedAssigned)",
        Emit(WriteEmitter.Emit, Property("seed", "Seed", new IntegerModel(Is64Bit: true) { AllowsNull = true })),
        StringComparison.Ordinal);

    [Fact]
    public void Each_constraint_is_one_call_of_the_runtime()
    {
        var constraints = new ConstraintModel[] { new("minimum", "0"), new("maximum", "1") }.ToEquatableArray();
        string emitted = Emit(ValidateEmitter.Emit, Property("cfg_scale", "CfgScale", new NumberModel { Constraints = constraints }));
        Assert.Contains("validation.Finite(value);", emitted, StringComparison.Ordinal);
        Assert.Contains("validation.Minimum(value, 0D);", emitted, StringComparison.Ordinal);
        Assert.Contains("validation.Maximum(value, 1D);", emitted, StringComparison.Ordinal);
        Assert.Contains("start = validation.Nest(\"cfg_scale\", start);", emitted, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_without_constraints_has_no_class_for_them() =>
        Assert.DoesNotContain("Checks", Emit(ValidateEmitter.Emit, Property("seed", "Seed", new StringModel())), StringComparison.Ordinal);

    [Fact]
    public void Equality_compares_what_is_stored() => Assert.Contains(
        "&& _seed == other._seed",
        Emit(EqualityEmitter.Emit, Property("seed", "Seed", new StringModel()) with { Default = new DefaultModel("\"a\"", "a") }),
        StringComparison.Ordinal);

    [Fact]
    public void A_uri_and_a_number_are_compared_as_their_json_is()
    {
        string emitted = Emit(EqualityEmitter.Emit, Property("a", "A", new UriModel()), Property("b", "B", new NumberModel()));
        Assert.Contains("global::Kling.CompilerServices.KlingEquality.AreEqual(A, other.A)", emitted, StringComparison.Ordinal);
        Assert.Contains("global::Kling.CompilerServices.KlingEquality.AreEqual(B, other.B)", emitted, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deprecated_parameter_warns_unless_nobody_can_leave_it_out()
    {
        PropertyModel deprecated = Property("seed", "Seed", new StringModel()) with { IsDeprecated = true };
        Assert.Contains("global::System.Obsolete", Emit(PropertiesEmitter.Emit, deprecated), StringComparison.Ordinal);
        Assert.DoesNotContain("global::System.Obsolete", Emit(PropertiesEmitter.Emit, deprecated with { IsRequired = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_of_an_enum_are_named_as_json()
    {
        var closed = new EnumModel { TypeName = "Mode", Description = "", Kind = EnumKind.String, IsNumbered = true, Members = new EnumMemberModel[] { new("A", "a\"b", 1) }.ToEquatableArray() };
        Assert.Equal("\"a\\\"b\"", EnumEmitter.Json(closed, closed.Members[0]));
    }

    [Fact]
    public void An_internal_catalogue_is_internal()
    {
        var catalogue = new CatalogueModel(new CatalogueEntry[] { new("a", "Acme.ARequest") }.ToEquatableArray());
        string emitted = CatalogueEmitter.Emit(catalogue, new ProjectOptions("my-app", IsPublic: false)).ToString();
        Assert.Contains("internal static partial class KlingModels", emitted, StringComparison.Ordinal);
        Assert.Contains("namespace my_app;", emitted, StringComparison.Ordinal);
        Assert.Contains("global::Acme.ARequest.Model,", emitted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Acme.Models.ARequest", "Acme.Models.ARequest.g.cs")]
    [InlineData("Acme.@class.A", "Acme.-0040class.A.g.cs")]
    [InlineData("名前", "名前.g.cs")]
    public void A_files_name_has_only_signs_that_the_compiler_takes(string type, string hint) => Assert.Equal(hint, HintNames.For(type));

    [Fact]
    public void The_writer_indents_and_leaves_no_gap_at_the_end_of_a_block()
    {
        var writer = new CSharpWriter();
        using (writer.Braces("class A"))
        {
            writer.Lines("int a;\r\n\r\nint b;").Gap();
        }

        writer.Gap().Line("// end");
        Assert.Equal("class A\n{\n    int a;\n\n    int b;\n}\n\n// end\n", writer.ToString());
    }

    private static string Emit(Action<CSharpWriter, ObjectModel> emit, params PropertyModel[] properties)
    {
        var writer = new CSharpWriter();
        using (writer.Indented())
        {
            emit(writer, new ObjectModel { TypeName = "ARequest", Description = "", Properties = properties.ToEquatableArray(), AllowsAdditional = true });
        }

        return writer.ToString();
    }

    private static PropertyModel Property(string wire, string name, ValueModel value) => new()
    {
        WireName = wire,
        Name = name,
        ItemName = "",
        Description = "",
        IsRequired = false,
        IsDeprecated = false,
        Value = value,
        Default = null,
    };
}
