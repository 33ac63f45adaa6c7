namespace Kling.Cli.Tests;

public sealed class ChangeRulesTests
{
    [Theory]
    [InlineData("/description", "\"Other words.\"")]
    [InlineData("/properties/prompt/description", "\"Other words.\"")]
    [InlineData("/properties/height/minimum", "1.0")]
    [InlineData("/properties/mode/type", "[\"string\"]")]
    [InlineData("/properties/sound/x-vendor", "5")]
    [InlineData("/properties/prompt/format", "\"poem\"")]
    [InlineData("/properties/tags/minItems", "0")]
    [InlineData("/x-status", "\"complete\"")]
    public void Changes_that_callers_do_not_see_are_not_listed(string where, string json) =>
        Assert.Empty(TwoVersions.Rules(TwoVersions.Old, TwoVersions.With(where, json)));

    [Theory]
    [InlineData("/x-slug", "\"acme-tide\"", "slug-changed|csharp-name-changed")]
    [InlineData("/properties/mode/enum", "[\"std\"]", "value-removed mode|enum-member-removed mode")]
    [InlineData("/properties/mode/enum", "[\"std\", \"pro\", \"max\"]", "value-added mode")]
    [InlineData("/properties/mode/enum", "[\"pro\", \"std\"]", "enum-number-changed mode|enum-number-changed mode")]
    [InlineData("/properties/mode/x-enum-names", "[\"Standard\", \"Pro\"]", "csharp-name-changed mode")]
    [InlineData("/properties/mode/x-csharp-name", "\"Quality\"", "csharp-name-changed mode")]
    [InlineData("/properties/mode/default", "\"pro\"", "default-changed mode")]
    [InlineData("/properties/mode/default", "", "csharp-type-changed mode|default-changed mode")]
    [InlineData("/properties/mode/deprecated", "true", "deprecated mode")]
    [InlineData("/properties/height/maximum", "8", "limit-tightened height")]
    [InlineData("/properties/height/maximum", "10", "limit-loosened height")]
    [InlineData("/properties/height/maximum", "", "limit-loosened height|csharp-type-changed height")]
    [InlineData("/properties/height/minimum", "2", "limit-tightened height")]
    [InlineData("/properties/height/type", "\"number\"", "type-widened height|csharp-type-changed height")]
    [InlineData("/properties/height/type", "\"string\"", "type-changed height|csharp-type-changed height|default-changed height")]
    [InlineData("/properties/strength/multipleOf", "0.25", "limit-loosened strength")]
    [InlineData("/properties/strength/multipleOf", "1", "limit-tightened strength")]
    [InlineData("/properties/strength/exclusiveMinimum", "0.5", "limit-tightened strength")]
    [InlineData("/properties/prompt/pattern", "\"a\"", "limit-tightened prompt")]
    [InlineData("/properties/prompt/minLength", "0", "limit-loosened prompt")]
    [InlineData("/properties/image/format", "\"uri-reference\"", "format-loosened image|csharp-type-changed image|arguments-changed")]
    [InlineData("/properties/note/type", "\"string\"", "type-changed note")]
    [InlineData("/properties/sound/type", "[\"boolean\", \"null\"]", "type-widened sound")]
    [InlineData("/properties/tags/uniqueItems", "true", "limit-tightened tags")]
    [InlineData("/properties/tags/maxItems", "2", "limit-tightened tags")]
    [InlineData("/properties/tags/items/maxLength", "2", "limit-tightened tags[]")]
    [InlineData("/properties/extra/anyOf", "[{ \"type\": \"string\" }]", "schema-changed extra|csharp-type-changed extra")]
    [InlineData("/properties/sound", "", "parameter-removed sound")]
    [InlineData("/properties/flag", "{ \"type\": \"boolean\" }", "parameter-added flag")]
    [InlineData("/required", "[\"prompt\"]", "parameter-optional image|csharp-type-changed image|arguments-changed")]
    [InlineData("/required", "[\"prompt\", \"image\", \"sound\"]", "parameter-required sound|member-required sound|csharp-type-changed sound|arguments-changed")]
    [InlineData("/required", "[\"prompt\", \"image\", \"other\"]", "parameter-added-required other")]
    [InlineData("/properties/shots/items/properties/seconds", "", "parameter-removed shots[].seconds|arguments-changed shots")]
    [InlineData("/properties/shots/items/properties/text/maxLength", "5", "limit-tightened shots[].text")]
    [InlineData("/additionalProperties", "false", "additional-refused")]
    [InlineData("/x-output", "\"image\"", "output-changed")]
    [InlineData("/x-typical-cost", "0.6", "cost-changed")]
    [InlineData("/x-cost", "{ \"range\": [0.1, 1] }", "cost-changed")]
    [InlineData("/x-typical-seconds", "40", "time-changed")]
    [InlineData("/deprecated", "true", "deprecated")]
    [InlineData("/x-retired", "true", "retired")]
    [InlineData("/x-replaced-by", "\"reel\"", "replaced")]
    [InlineData("/x-csharp-name", "\"Reel\"", "csharp-name-changed")]
    public void Each_change_has_its_rules(string where, string json, string rules)
    {
        string[] found = TwoVersions.Rules(TwoVersions.Old, TwoVersions.With(where, json));

        string[] expected = rules.Split('|');
        Assert.All(expected, rule => Assert.Contains(rule, found));
        Assert.Equal(
            expected.Select(static rule => rule.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal),
            found.Select(static rule => rule.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_rename_is_reported_if_the_schemas_are_the_same()
    {
        string current = TwoVersions.With(TwoVersions.With("/properties/sound", ""), "/properties/audio", "{ \"type\": \"boolean\" }");

        Assert.Equal(["parameter-renamed sound"], TwoVersions.Rules(TwoVersions.Old, current));
    }

    [Fact]
    public void A_rename_that_is_not_certain_is_a_removal_and_an_addition()
    {
        string current = TwoVersions.With(TwoVersions.With("/properties/sound", ""), "/properties/audio", "{ \"type\": \"string\" }");

        Assert.Equal(["parameter-added audio", "parameter-removed sound"], TwoVersions.Rules(TwoVersions.Old, current));
    }

    [Fact]
    public void The_order_of_required_parameters_is_the_order_of_arguments()
    {
        string swapped = TwoVersions.Old.Replace("\"image\": { \"type\": \"string\", \"format\": \"uri\" },", "", StringComparison.Ordinal)
            .Replace("\"prompt\": {", "\"image\": { \"type\": \"string\", \"format\": \"uri\" }, \"prompt\": {", StringComparison.Ordinal);

        Assert.Equal(["order-changed"], TwoVersions.Rules(TwoVersions.Old, swapped));
    }

    [Fact]
    public void The_order_of_optional_parameters_changes_nothing()
    {
        string moved = TwoVersions.Old.Replace("\"sound\": { \"type\": \"boolean\" },", "", StringComparison.Ordinal)
            .Replace("\"mode\": {", "\"sound\": { \"type\": \"boolean\" }, \"mode\": {", StringComparison.Ordinal);

        Assert.Empty(TwoVersions.Rules(TwoVersions.Old, moved));
    }

    [Theory]
    [InlineData("{ \"$ref\": \"#/$defs/flag\" }", "{ \"type\": \"boolean\" }")]
    [InlineData("{ \"allOf\": [{ \"$ref\": \"#/$defs/flag\" }] }", "{ \"type\": \"boolean\" }")]
    [InlineData("{ \"anyOf\": [{ \"$ref\": \"#/$defs/flag\" }, { \"type\": \"null\" }] }", "{ \"type\": [\"boolean\", \"null\"] }")]
    public void Another_way_to_write_the_same_schema_refuses_nothing(string one, string other)
    {
        string old = TwoVersions.With(TwoVersions.With("/properties/sound", one), "/$defs", "{ \"flag\": { \"type\": \"boolean\" } }");
        string current = TwoVersions.With("/properties/sound", other);

        Assert.DoesNotContain(Changes(old, current), static change => change.Rule is { Class: ChangeClass.Wire, IsBreaking: true });
        Assert.DoesNotContain(Changes(current, old), static change => change.Rule is { Class: ChangeClass.Wire, IsBreaking: true });
    }

    [Theory]
    [InlineData("{ \"nullable\": true, \"type\": \"string\", \"enum\": [\"a\"] }", "{ \"type\": [\"string\", \"null\"], \"enum\": [\"a\"] }")]
    [InlineData("{ \"nullable\": true, \"anyOf\": [{ \"type\": \"string\" }, { \"type\": \"integer\" }] }", "{ \"anyOf\": [{ \"type\": \"string\" }, { \"type\": \"integer\" }] }")]
    [InlineData("{ \"nullable\": true, \"$ref\": \"#/$defs/flag\" }", "{ \"$ref\": \"#/$defs/flag\" }")]
    public void Null_that_is_refused_now_is_a_breaking_change(string one, string other)
    {
        const string Definitions = "{ \"flag\": { \"type\": \"boolean\" } }";
        string old = TwoVersions.With(TwoVersions.With("/properties/sound", one), "/$defs", Definitions);
        string current = TwoVersions.With(TwoVersions.With("/properties/sound", other), "/$defs", Definitions);

        Assert.Contains(Changes(old, current), static change => change.Rule is { Class: ChangeClass.Wire, IsBreaking: true });
    }

    [Fact]
    public void A_definition_that_refers_to_itself_is_compared_once()
    {
        string old = TwoVersions.With(TwoVersions.With("/properties/sound", "{ \"$ref\": \"#/$defs/tree\" }"), "/$defs", """{ "tree": { "type": "object", "properties": { "name": { "type": "string", "maxLength": 9 }, "below": { "type": "array", "items": { "$ref": "#/$defs/tree" } } } } }""");

        Assert.Empty(TwoVersions.Rules(old, old));
        Assert.Equal(["limit-tightened sound.name"], TwoVersions.Rules(old, TwoVersions.With(old, "/$defs/tree/properties/name/maxLength", "8")));
    }

    [Fact]
    public void Every_rule_has_a_name_of_its_own()
    {
        Assert.Equal(ChangeRules.All.Count, ChangeRules.All.Select(static rule => rule.Id).Distinct().Count());
        Assert.Equal(typeof(ChangeRules).GetProperties().Length - 1, ChangeRules.All.Count);
        Assert.All(ChangeRules.All, static rule => Assert.Matches("^[a-z-]+$", rule.Id));
    }

    [Fact]
    public void No_shipped_file_differs_from_itself() =>
        Assert.All(
            Directory.GetFiles(Path.Combine(Cli.RepositoryRoot, "schemas"), "*.json").Where(static file => !file.EndsWith(".schema.json", StringComparison.Ordinal)),
            static file => Assert.Empty(SchemaChanges.Between(ComparedSchema.Read(file, File.ReadAllText(file)), ComparedSchema.Read(file, File.ReadAllText(file)))));

    private static IReadOnlyList<SchemaChange> Changes(string old, string current) =>
        SchemaChanges.Between(ComparedSchema.Read("old.json", old), ComparedSchema.Read("new.json", current));
}
