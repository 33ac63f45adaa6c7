using Kling.SourceGenerator.Emit;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Tests.Emit;

/// <summary>Emitters see records and nothing else: these are made by hand.</summary>
public sealed class EmitterTests
{
    [Fact]
    public void A_parameter_is_one_line_of_the_table() => Assert.Contains(
        "    fields.OptionalValue(\"seed\", static x => ref x._seed, types.Int64());\n",
        Emit(FieldsEmitter.Emit, Property("seed", "Seed", new IntegerModel(Is64Bit: true))),
        StringComparison.Ordinal);

    [Fact]
    public void A_value_that_may_be_null_has_an_assigned_bit() => Assert.Contains(
        "fields.OptionalOrNull(\"seed\", static x => ref x._seed, static x => ref x.isSeedAssigned, types.ValueOrNull(",
        Emit(FieldsEmitter.Emit, Property("seed", "Seed", new IntegerModel(Is64Bit: true) { AllowsNull = true })),
        StringComparison.Ordinal);

    [Fact]
    public void Constraints_are_named_as_in_the_schema()
    {
        var constraints = new ConstraintModel[] { new("minimum", "0"), new("maximum", "1") }.ToEquatableArray();
        Assert.Contains(
            "types.Double(minimum: 0D, maximum: 1D)",
            Emit(FieldsEmitter.Emit, Property("cfg_scale", "CfgScale", new NumberModel { Constraints = constraints })),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_deprecated_parameter_is_obsolete_unless_it_is_required()
    {
        PropertyModel deprecated = Property("seed", "Seed", new StringModel()) with { IsDeprecated = true };
        Assert.Contains("global::System.Obsolete", Emit(EmitProperties, deprecated), StringComparison.Ordinal);
        Assert.DoesNotContain("global::System.Obsolete", Emit(EmitProperties, deprecated with { IsRequired = true }), StringComparison.Ordinal);
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
    public void A_hint_name_has_only_characters_that_the_compiler_accepts(string type, string hint) => Assert.Equal(hint, HintNames.For(type));

    [Fact]
    public void The_writer_indents_and_ends_a_block_without_an_empty_line()
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

    private static void EmitProperties(CSharpWriter writer, ObjectModel record) => PropertiesEmitter.Emit(writer, record, new RequestModel
    {
        Namespace = "Acme",
        IsPublic = true,
        Slug = "a",
        Title = "A",
        IsDeprecated = false,
        Request = record,
        BuilderTypeName = "ARequestBuilder",
        Objects = default,
        Enums = default,
        Unions = default,
        JsonChecks = new JsonChecksModel("AJsonChecks", default, default),
        SchemaJson = "{}",
    });

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
