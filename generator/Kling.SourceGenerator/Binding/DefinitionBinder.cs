using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>Definitions that references name: each becomes one type, however often it is used, and may use itself.</summary>
internal sealed class DefinitionBinder(SchemaScope scope)
{
    // Null while a definition is being bound that has no type of its own yet.
    private readonly Dictionary<JsonNode, ValueModel?> _values = [];

    /// <summary>The definition has a type before its members are bound: they may refer to it.</summary>
    public void Announce(JsonNode definition, ValueModel value) => _values[definition] = value;

    public ValueModel Bind(JsonNode definition, string reference)
    {
        string name = CSharpName.Identifier(JsonPointer.LastName(reference), "Definition");
        if (!_values.TryGetValue(definition, out ValueModel? value))
        {
            _values.Add(definition, null);
            value = ValueBinder.Bind(definition, scope.ModelName + name, name, scope);
            _values[definition] = value;
        }

        // A list of itself would be a C# type without end.
        return value ?? new JsonModel { JsonCheck = scope.JsonChecks.Reference(definition, name) };
    }
}
