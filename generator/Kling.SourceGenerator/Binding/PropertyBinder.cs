using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>One member of an object's schema becomes a property.</summary>
internal static class PropertyBinder
{
    public static PropertyModel Bind(JsonMember member, string name, string path, bool isRequired, NameScope itemNames, SchemaScope scope)
    {
        JsonNode schema = member.Value;
        if (!schema.IsObject && schema.Kind is not JsonKind.True)
        {
            scope.Report(SchemaDiagnostics.KeywordValueIsInvalid, schema.Span, member.Name, "a parameter's schema is an object; any JSON is taken here");
        }

        ValueModel value = ValueBinder.Bind(schema, path + name, name, scope);
        return new PropertyModel
        {
            WireName = member.Name,
            Name = name,
            ItemName = value is ListModel ? itemNames.Claim(CSharpName.Singular(name) ?? name, name) : "",
            Description = Annotation.Text(schema, "description", scope) ?? "",
            IsRequired = isRequired,
            IsDeprecated = Annotation.Flag(schema, "deprecated", scope),
            Value = value,

            // A required parameter is always sent: its default would never be taken.
            Default = isRequired ? null : DefaultBinder.Bind(schema, value, scope),
        };
    }
}
