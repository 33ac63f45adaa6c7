using System.Collections.Immutable;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Values;

/// <summary>The types of the definitions so far, and the schemas that are being bound.</summary>
internal sealed class Definitions
{
    // Null while a definition is being bound that has no type of its own yet.
    private readonly Dictionary<JsonNode, ValueModel?> _values = [];

    private readonly HashSet<JsonNode> _open = [];

    /// <summary>Sets a definition's type: before its members are bound if they may refer to it, and null while it has none.</summary>
    public void Announce(JsonNode definition, ValueModel? value) => _values[definition] = value;

    /// <summary>Whether a definition has been announced, and its type.</summary>
    public bool TryGet(JsonNode definition, out ValueModel? value) => _values.TryGetValue(definition, out value);

    /// <summary>
    /// Begins a schema that stands where it is used. Where it is about to become a part of itself, references with keywords beside them
    /// would make types without end: it is not begun, and only JSON can hold the value.
    /// </summary>
    /// <param name="schema">The schema.</param>
    /// <param name="targets">The definitions that its keywords come from.</param>
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
}
