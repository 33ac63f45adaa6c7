using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.Cli;

/// <summary>What changed in the model as a whole: its slug, its output, its cost and its time.</summary>
internal static class ModelChanges
{
    private static readonly (string Keyword, ChangeRule Rule)[] Facts =
    [
        ("x-replaced-by", ChangeRules.Replaced),
        ("x-typical-cost", ChangeRules.CostChanged),
        ("x-cost", ChangeRules.CostChanged),
        ("x-typical-seconds", ChangeRules.TimeChanged),
    ];

    public static IEnumerable<SchemaChange> Between(ComparedSchema old, ComparedSchema current)
    {
        if (old.Model.Slug != current.Model.Slug)
        {
            yield return New(ChangeRules.SlugChanged, "x-slug", old.Model.Slug, current.Model.Slug);
        }

        (string output, string newOutput) = (Output(old), Output(current));
        if (output != newOutput)
        {
            yield return New(ChangeRules.OutputChanged, "x-output", output, newOutput);
        }

        if (current.Model.IsRetired && !old.Model.IsRetired)
        {
            yield return New(ChangeRules.Retired, "x-retired", "false", "true");
        }

        foreach ((string keyword, ChangeRule rule) in Facts)
        {
            (JsonNode? before, JsonNode? after) = (old.Raw[keyword], current.Raw[keyword]);
            if (before is null ? after is not null : after is null || !JsonEquality.AreEqual(before, after))
            {
                yield return New(rule, keyword, Text(before), Text(after));
            }
        }

        foreach (SchemaChange change in Deprecations(old, current))
        {
            yield return change;
        }

        SchemaChange New(ChangeRule rule, string keyword, string oldText, string newText) =>
            new(rule, "", keyword, oldText, newText, Place(old, keyword), Place(current, keyword));
    }

    private static IEnumerable<SchemaChange> Deprecations(ComparedSchema old, ComparedSchema current)
    {
        if (current.Model.IsDeprecated && !old.Model.IsDeprecated)
        {
            yield return New("", old.Root, current.Root);
        }

        foreach (PropertyModel property in current.Model.Request.Properties.Where(static property => property.IsDeprecated))
        {
            string name = property.WireName;
            if (
                old.Model.Request.Properties.FirstOrDefault(candidate => candidate.WireName == name) is { IsDeprecated: false }
                && SchemaProperties.Property(old, old.Root, name) is { } before
                && SchemaProperties.Property(current, current.Root, name) is { } after
            )
            {
                yield return New(name, before, after);
            }
        }

        SchemaChange New(string parameter, JsonNode before, JsonNode after) =>
            new(ChangeRules.Deprecated, parameter, "deprecated", "false", "true", old.Place(before), current.Place(after));
    }

    private static string Output(ComparedSchema schema) =>
        schema.Raw["x-output"] is { Kind: JsonKind.String } output ? output.Text : "video";

    private static string Text(JsonNode? node) => node is null ? "(not stated)" : JsonPrinter.Print(node);

    private static ChangePlace Place(ComparedSchema schema, string keyword) => schema.Place(schema.Raw[keyword] ?? schema.Raw);
}
