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

    public static PropertyModel Bind(
        JsonMember member,
        string name,
        string path,
        bool isRequired,
        NameScope itemNames,
        BindingContext context
    )
    {
        JsonNode schema = member.Value;
        JsonNode described = context.Document.Shape(schema).Schema;
        ValueModel value = ValueBinder.Bind(schema, path + name, name, context);
        return new PropertyModel
        {
            WireName = member.Name,
            Name = name,
            ItemName = value is ListModel ? itemNames.Claim(CSharpName.Singular(name) ?? name, name) : "",
            Description =
                Annotation.Text(described, "description", context.Findings) ?? Annotation.Text(described, "title", context.Findings) ?? "",
            IsRequired = isRequired,
            IsDeprecated = Annotation.Flag(described, "deprecated", context.Findings),
            IsReadOnly = Annotation.Flag(described, "readOnly", context.Findings),
            Examples = Examples(described, schema, context),
            Value = value,
            HasOnlyValue = isRequired && IsOnlyValue(described, value, context),
            Default = isRequired ? WithoutDefault(described, context) : DefaultBinder.Bind(schema, described, value, context),
        };
    }

    /// <summary>The value of a <c>const</c>, or of an <c>enum</c> that leaves one.</summary>
    private static bool IsOnlyValue(JsonNode schema, ValueModel value, BindingContext context) =>
        value is EnumValueModel { AllowsNull: false, Enum.Members.Count: 1 } || (value is JsonModel && IsNull(schema, context));

    private static bool IsNull(JsonNode schema, BindingContext context) =>
        schema["const"] is { Kind: JsonKind.Null }
        || (
            schema["enum"] is { Kind: JsonKind.Array, Items.Length: > 0 } values
            && values.Items.All(static item => item.Kind is JsonKind.Null)
        )
        || (TypeKeyword.Names(schema, context.Findings) is { Count: 1 } types && types[0] == "null");

    /// <summary>A required parameter is always sent, so its default is never used.</summary>
    private static DefaultModel? WithoutDefault(JsonNode schema, BindingContext context)
    {
        if (schema.Member("default") is { Value.Kind: not JsonKind.Null } member)
        {
            context.Findings.Report(
                SchemaDiagnostics.KeywordHasNoEffect,
                member.NameSpan,
                "default",
                "the parameter is required and always sent"
            );
        }

        return null;
    }

    private static EquatableArray<string> Examples(JsonNode described, JsonNode schema, BindingContext context) =>
        described
            .ItemsOf("examples")
            .Where(example => context.Instances.Fault(example, schema) is null)
            .Take(MostExamples)
            .Select(JsonPrinter.Print)
            .ToEquatableArray();
}
