using System.Collections.Immutable;
using Kling.SourceGenerator.Binding.Document;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Binding.Names;
using Kling.SourceGenerator.CSharp;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Values;

/// <summary>A JSON object's schema becomes a record: its members, their names, and which of them are required.</summary>
internal static class ObjectBinder
{
    /// <param name="schema">The object's schema.</param>
    /// <param name="shape">The same with everything that applies to it.</param>
    /// <param name="typeName">The record's name, which is already reserved.</param>
    /// <param name="path">What the names of nested types begin with.</param>
    /// <param name="reserved">Member names that are already used.</param>
    /// <param name="context">The file.</param>
    public static ObjectModel Bind(
        JsonNode schema,
        SchemaShape shape,
        string typeName,
        string path,
        HashSet<string> reserved,
        BindingContext context
    )
    {
        JsonNode merged = shape.Schema;
        var required = new HashSet<string>(ObjectKeywords.Required(merged, context.Findings), StringComparer.Ordinal);
        var names = new NameScope(reserved);
        names.Reserve(typeName);
        var itemNames = new NameScope(["AdditionalParameter"]);
        var properties = new List<PropertyModel>();
        ImmutableArray<JsonMember> schemas = ObjectKeywords.Properties(merged, context.Findings);
        foreach (JsonMember member in schemas)
        {
            string name = PropertyName(member, names, context);
            properties.Add(PropertyBinder.Bind(member, name, path, required.Contains(member.Name), itemNames, context));
        }

        bool needsJson = !shape.IsExact || !RecordSaysAll(merged, required);
        return new ObjectModel
        {
            TypeName = typeName,
            Description = Annotation.Text(merged, "description", context.Findings) ?? "",
            Properties = properties.ToEquatableArray(),
            AllowsAdditional = merged["additionalProperties"] is not { Kind: JsonKind.False },
            JsonCheck = needsJson ? context.Checks.Reference(schema, typeName.Substring(context.Names.Model.Length)) : "",
            Dependents = ObjectKeywords
                .DependentRequired(merged, context.Findings)
                .SelectMany(static pair => pair.Required.Select(other => new DependentModel(pair.Name, other)))
                .ToEquatableArray(),
            References = ReferenceBinder.Bind(schemas, properties, context.Document, context.Findings),
            MinProperties = Limits.Of(merged, "minProperties", context.Findings)?.Limit ?? "",
            MaxProperties = Limits.Of(merged, "maxProperties", context.Findings)?.Limit ?? "",
        };
    }

    /// <summary>Whether a record's own checks say all that the schema says of an object.</summary>
    private static bool RecordSaysAll(JsonNode schema, HashSet<string> required) =>
        required.All(name => schema["properties"]?[name] is not null)
        && schema["additionalProperties"] is null or { Kind: JsonKind.True or JsonKind.False }
        && schema["patternProperties"] is null
        && schema["unevaluatedProperties"] is null
        && schema["propertyNames"] is null
        && schema["enum"] is null
        && schema["const"] is null;

    private static string PropertyName(JsonMember member, NameScope names, BindingContext context)
    {
        string wanted = Annotation.Identifier(member.Value, context.Findings) ?? CSharpName.Identifier(member.Name, "Parameter");
        string name = names.Claim(wanted, alternative: wanted + "Parameter");
        ChangedName.Report(member.NameSpan, member.Name, wanted, name, "use \"x-csharp-name\" to choose another name", context.Findings);
        return name;
    }
}
