using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Keywords;

/// <summary>
/// <c>x-replaced-by</c>: the slug of the successor, or an object with it and the parameters that differ. What cannot be used is reported at
/// its location and left out. What only the successor's schema tells is an analyzer's business, because it may be in another assembly.
/// </summary>
internal sealed class ReplacementKeyword
{
    private const string Keyword = "x-replaced-by";

    private readonly JsonNode? _properties;
    private readonly SchemaFindings? _findings;
    private readonly List<ReplacedParameter> _parameters = [];

    private ReplacementKeyword(JsonNode? properties, SchemaFindings? findings) => (_properties, _findings) = (properties, findings);

    /// <param name="root">The schema.</param>
    /// <param name="merged">The same with everything that applies to it, which has the parameters.</param>
    /// <param name="slug">The model's own slug.</param>
    /// <param name="findings">The file's diagnostics; none if they are reported elsewhere.</param>
    public static Replacement? Read(JsonNode root, JsonNode merged, string slug, SchemaFindings? findings)
    {
        if (root[Keyword] is not { } node)
        {
            return null;
        }

        var reader = new ReplacementKeyword(merged["properties"], findings);
        JsonNode? successor = node.IsObject ? node["model"] : node;
        if (successor is not { Kind: JsonKind.String, Text.Length: > 0 })
        {
            reader.Invalid(successor ?? node, "it must be the slug of the successor, or an object with \"model\", its slug");
            return null;
        }

        if (successor.Text == slug)
        {
            reader.Invalid(successor, "a model cannot replace itself");
            return null;
        }

        reader.ReadMembers(node);
        return new Replacement(successor, [.. reader._parameters]);
    }

    private void ReadMembers(JsonNode node)
    {
        foreach (JsonMember member in node.Members)
        {
            if (member is { Name: "parameters", Value.IsObject: true })
            {
                foreach (JsonMember parameter in member.Value.Members)
                {
                    ReadParameter(parameter);
                }

                CheckTargets();
            }
            else if (member.Name is not "model")
            {
                Invalid(
                    member.Value,
                    member.Name == "parameters"
                        ? "\"parameters\" must be an object with the names of parameters"
                        : $"'{member.Name}' is unknown; it can have \"model\" and \"parameters\""
                );
            }
        }
    }

    private void ReadParameter(JsonMember parameter)
    {
        if (_properties?[parameter.Name] is null)
        {
            string? nearest = _findings?.Nearest(parameter.Name, Declared.Select(static member => member.Name));
            Invalid(parameter.NameSpan, $"the parameter '{parameter.Name}' is not declared" + Spelling.Hint(nearest));
            return;
        }

        JsonNode value = parameter.Value;
        switch (value.Kind)
        {
            case JsonKind.String:
                Add(new ReplacedParameter(parameter.Name, value, value.Text, []));
                break;
            case JsonKind.Null:
                Add(new ReplacedParameter(parameter.Name, value, null, []));
                break;
            case JsonKind.Object when Unknown(value) is { } unknown:
                Invalid(unknown.Value, $"'{unknown.Name}' is unknown; a parameter can have \"name\" and \"values\"");
                break;
            case JsonKind.Object when value["name"] is { Kind: not JsonKind.String } name:
                Invalid(name, "\"name\" must be the name of a parameter of the successor");
                break;
            case JsonKind.Object when value["values"] is { IsObject: false } values:
                Invalid(values, "\"values\" must be an object with values and their counterparts");
                break;
            case JsonKind.Object:
                Add(
                    new ReplacedParameter(
                        parameter.Name,
                        value["name"] ?? value,
                        value["name"]?.Text ?? parameter.Name,
                        [.. Values(parameter.Name, value["values"])]
                    )
                );
                break;
            default:
                Invalid(
                    value,
                    "a parameter must have its name in the successor, null if there is none, or an object with \"name\" and \"values\""
                );
                break;
        }
    }

    /// <summary>The last of several members with one name counts.</summary>
    private void Add(ReplacedParameter parameter)
    {
        _parameters.RemoveAll(other => other.Name == parameter.Name);
        _parameters.Add(parameter);
    }

    private static JsonMember? Unknown(JsonNode parameter) =>
        parameter.Members.FirstOrDefault(static member => member.Name is not ("name" or "values"));

    private IEnumerable<JsonMember> Values(string parameter, JsonNode? values)
    {
        JsonNode? allowed = _properties?[parameter]?["enum"];
        foreach (JsonMember value in (IEnumerable<JsonMember>?)values?.Members ?? [])
        {
            if (value.Value.Kind is JsonKind.Array or JsonKind.Object or JsonKind.Null)
            {
                Invalid(value.Value, "a value must be a string, a number, true or false");
            }
            else if (allowed is { Kind: JsonKind.Array } && allowed.Items.All(item => item.Text != value.Name))
            {
                Invalid(value.NameSpan, $"'{value.Name}' is not among the values of '{parameter}'");
            }
            else
            {
                yield return value;
            }
        }
    }

    /// <summary>Two parameters cannot become one.</summary>
    private void CheckTargets()
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonMember member in Declared.Where(member => _parameters.All(parameter => parameter.Name != member.Name)))
        {
            targets[member.Name] = member.Name;
        }

        foreach (ReplacedParameter parameter in _parameters.ToArray())
        {
            if (parameter.Successor is not { } successor)
            {
                continue;
            }

            if (targets.TryGetValue(successor, out string? other))
            {
                Invalid(parameter.Place, $"'{successor}' is already the counterpart of '{other}'");
                _parameters.Remove(parameter);
            }
            else
            {
                targets.Add(successor, parameter.Name);
            }
        }
    }

    private IEnumerable<JsonMember> Declared => (IEnumerable<JsonMember>?)_properties?.Members ?? [];

    private void Invalid(JsonNode place, string reason) => Invalid(place.Span, reason);

    private void Invalid(TextSpan place, string reason) =>
        _findings?.Report(SchemaDiagnostics.KeywordValueIsInvalid, place, Keyword, reason);
}
