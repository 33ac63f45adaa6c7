using System.Collections.Immutable;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>A JSON object's schema becomes a record: its members, their names, and which of them are required.</summary>
internal static class ObjectBinder
{
    /// <param name="schema">The object's schema.</param>
    /// <param name="typeName">The record's name, already claimed.</param>
    /// <param name="path">What the names of nested types begin with.</param>
    /// <param name="reserved">Member names that are taken.</param>
    /// <param name="scope">The file.</param>
    public static ObjectModel Bind(JsonNode schema, string typeName, string path, IReadOnlyList<string> reserved, SchemaScope scope)
    {
        HashSet<string> required = Required(schema, scope);
        var names = new NameScope([.. reserved, typeName]);
        var itemNames = new NameScope(["AdditionalParameter"]);
        var properties = new List<PropertyModel>();
        foreach (JsonMember member in Members(schema, scope))
        {
            string name = PropertyName(member, names, scope);
            properties.Add(PropertyBinder.Bind(member, name, path, required.Contains(member.Name), itemNames, scope));
        }

        return new ObjectModel
        {
            TypeName = typeName,
            Description = Annotation.Text(schema, "description", scope) ?? "",
            Properties = properties.ToEquatableArray(),
            AllowsAdditional = AllowsAdditional(schema, scope),
        };
    }

    private static ImmutableArray<JsonMember> Members(JsonNode schema, SchemaScope scope)
    {
        if (schema["properties"] is { IsObject: false } properties)
        {
            scope.Report(SchemaDiagnostics.KeywordValueIsInvalid, properties.Span, "properties", "it takes an object with one schema per member");
        }

        return schema["properties"]?.Members ?? ImmutableArray<JsonMember>.Empty;
    }

    private static HashSet<string> Required(JsonNode schema, SchemaScope scope)
    {
        var required = new HashSet<string>(StringComparer.Ordinal);
        if (schema["required"] is not { } names)
        {
            return required;
        }

        if (names.Kind is not JsonKind.Array)
        {
            scope.Report(SchemaDiagnostics.KeywordValueIsInvalid, names.Span, "required", "it takes an array of parameter names");
        }

        foreach (JsonNode name in names.Items)
        {
            if (name.Kind is JsonKind.String && schema["properties"]?[name.Text] is not null)
            {
                required.Add(name.Text);
            }
            else
            {
                scope.Report(SchemaDiagnostics.KeywordValueIsInvalid, name.Span, "required", $"{JsonPrinter.Print(name)} is not a name in \"properties\"");
            }
        }

        return required;
    }

    private static string PropertyName(JsonMember member, NameScope names, SchemaScope scope)
    {
        string wanted = Annotation.Identifier(member.Value, scope) ?? CSharpName.Identifier(member.Name, "Parameter");
        string name = names.Claim(wanted, alternative: wanted + "Parameter");
        if (name != wanted)
        {
            scope.Report(SchemaDiagnostics.NameIsChanged, member.NameSpan, member.Name, name, wanted);
        }

        return name;
    }

    private static bool AllowsAdditional(JsonNode schema, SchemaScope scope)
    {
        if (schema.Member("additionalProperties") is not { Value: { Kind: not (JsonKind.True or JsonKind.False) } } member)
        {
            return schema["additionalProperties"]?.Kind is not JsonKind.False;
        }

        scope.Report(SchemaDiagnostics.KeywordIsNotEnforced, member.NameSpan, member.Name, "only true and false are");
        return true;
    }
}
