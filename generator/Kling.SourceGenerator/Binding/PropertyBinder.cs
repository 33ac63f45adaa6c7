using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>One member of an object's schema becomes a property.</summary>
internal static class PropertyBinder
{
    // More would hide the rest of what an editor shows.
    private const int MostExamples = 3;

    public static PropertyModel Bind(JsonMember member, string name, string path, bool isRequired, NameScope itemNames, SchemaScope scope)
    {
        JsonNode schema = member.Value;
        JsonNode described = scope.Shape(schema).Schema;
        ValueModel value = ValueBinder.Bind(schema, path + name, name, scope);
        return new PropertyModel
        {
            WireName = member.Name,
            Name = name,
            ItemName = value is ListModel ? itemNames.Claim(CSharpName.Singular(name) ?? name, name) : "",
            Description = Annotation.Text(described, "description", scope) ?? Annotation.Text(described, "title", scope) ?? "",
            IsRequired = isRequired,
            IsDeprecated = Annotation.Flag(described, "deprecated", scope),
            IsReadOnly = Annotation.Flag(described, "readOnly", scope),
            Examples = Examples(described),
            Value = value,
            Default = isRequired ? WithoutDefault(described, scope) : DefaultBinder.Bind(schema, described, value, scope),
        };
    }

    /// <summary>A required parameter is always sent: its default is never taken.</summary>
    private static DefaultModel? WithoutDefault(JsonNode schema, SchemaScope scope)
    {
        if (schema.Member("default") is { Value.Kind: not JsonKind.Null } member)
        {
            scope.Report(SchemaDiagnostics.KeywordHasNoEffect, member.NameSpan, "default", "the parameter is required and always sent");
        }

        return null;
    }

    private static EquatableArray<string> Examples(JsonNode schema) => schema["examples"] is { Kind: JsonKind.Array } examples
        ? examples.Items.Take(MostExamples).Select(JsonPrinter.Print).ToEquatableArray()
        : default;
}
