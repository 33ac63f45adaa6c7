using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Binding.Names;
using Kling.SourceGenerator.CSharp;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Values;

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
            Examples = Examples(described, schema, scope),
            Value = value,
            HasOnlyValue = isRequired && IsOnlyValue(described, value, scope),
            Default = isRequired ? WithoutDefault(described, scope) : DefaultBinder.Bind(schema, described, value, scope),
        };
    }

    /// <summary>The value of a <c>const</c>, or of an <c>enum</c> that leaves one.</summary>
    private static bool IsOnlyValue(JsonNode schema, ValueModel value, SchemaScope scope) =>
        value is EnumValueModel { AllowsNull: false, Enum.Members.Count: 1 } || (value is JsonModel && IsNull(schema, scope));

    private static bool IsNull(JsonNode schema, SchemaScope scope) =>
        schema["const"] is { Kind: JsonKind.Null }
        || (schema["enum"] is { Kind: JsonKind.Array, Items.Length: > 0 } values && values.Items.All(static item => item.Kind is JsonKind.Null))
        || (TypeKeyword.Names(schema, scope) is { Count: 1 } types && types[0] == "null");

    /// <summary>A required parameter is always sent: its default is never taken.</summary>
    private static DefaultModel? WithoutDefault(JsonNode schema, SchemaScope scope)
    {
        if (schema.Member("default") is { Value.Kind: not JsonKind.Null } member)
        {
            scope.Report(SchemaDiagnostics.KeywordHasNoEffect, member.NameSpan, "default", "the parameter is required and always sent");
        }

        return null;
    }

    private static EquatableArray<string> Examples(JsonNode described, JsonNode schema, SchemaScope scope) => described.ItemsOf("examples")
        .Where(example => scope.Instances.Fault(example, schema) is null)
        .Take(MostExamples)
        .Select(JsonPrinter.Print)
        .ToEquatableArray();
}
