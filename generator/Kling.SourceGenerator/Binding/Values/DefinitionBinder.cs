using System.Collections.Immutable;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.CSharp;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Values;

/// <summary>Definitions that references name: each becomes one type, however often it is used, and may use itself.</summary>
internal sealed class DefinitionBinder(SchemaScope scope)
{
    // Null while a definition is being bound that has no type of its own yet.
    private readonly Dictionary<JsonNode, ValueModel?> _values = [];

    private readonly HashSet<JsonNode> _open = [];

    /// <summary>The definition has a type before its members are bound: they may refer to it.</summary>
    public void Announce(JsonNode definition, ValueModel value) => _values[definition] = value;

    /// <summary>
    /// Begins a schema that stands where it is used. Where it is about to become a part of itself, references with keywords
    /// beside them would make types without end: it is not begun, and only JSON can hold the value.
    /// </summary>
    /// <param name="schema">The schema.</param>
    /// <param name="targets">The definitions that it takes keywords from.</param>
    public bool TryEnter(JsonNode schema, ImmutableArray<JsonNode> targets)
    {
        if (_open.Contains(schema) || (targets.Length > 0 && targets.Any(_open.Contains)))
        {
            return false;
        }

        _ = _open.Add(schema);
        _open.UnionWith(targets);
        return true;
    }

    /// <summary>Ends what <see cref="TryEnter"/> has begun.</summary>
    public void Leave(JsonNode schema, ImmutableArray<JsonNode> targets)
    {
        _ = _open.Remove(schema);
        _open.ExceptWith(targets);
    }

    public ValueModel Bind(JsonNode definition, string reference)
    {
        string name = Annotation.Identifier(definition, scope) ?? CSharpName.Identifier(JsonPointer.LastName(reference), "Definition");
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
