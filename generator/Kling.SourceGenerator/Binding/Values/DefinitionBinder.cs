using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.CSharp;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Values;

/// <summary>A definition that references name becomes one type, however often it is used, and may use itself.</summary>
internal static class DefinitionBinder
{
    public static ValueModel Bind(JsonNode definition, string reference, BindingContext context)
    {
        string name =
            Annotation.Identifier(definition, context.Findings) ?? CSharpName.Identifier(JsonPointer.LastName(reference), "Definition");
        if (!context.Definitions.TryGet(definition, out ValueModel? value))
        {
            context.Definitions.Announce(definition, null);
            value = ValueBinder.Bind(definition, context.Names.Model + name, name, context);
            context.Definitions.Announce(definition, value);
        }

        // A list of itself would be a C# type without end.
        return value ?? new JsonModel { JsonCheck = context.Checks.Reference(definition, name) };
    }
}
