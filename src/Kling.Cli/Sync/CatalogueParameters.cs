using System.Globalization;
using System.Text.Json;

namespace Kling.Cli;

/// <summary>Reads the parameters of a model of the catalogue: an object with a member for each.</summary>
internal sealed class CatalogueParameters(CatalogueText text, List<PageRemark> remarks)
{
    private readonly List<string> _priced = [];
    private readonly List<string> _hidden = [];

    /// <summary>The parameters that affect the price.</summary>
    public IReadOnlyList<string> Priced => _priced;

    /// <summary>The parameters that Segmind's own pages do not show.</summary>
    public IReadOnlyList<string> Hidden => _hidden;

    /// <summary>The parameters in their order; <see langword="null"/> if the value lists none.</summary>
    public IReadOnlyList<PageParameter>? Read(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            Remark(json, null, "The catalogue's 'parameters' is not an object. The parameters are unknown.");
            return null;
        }

        List<PageParameter> parameters = [];
        foreach ((string name, JsonElement value) in CatalogueMembers.Of(json))
        {
            if (string.IsNullOrWhiteSpace(name))
            {
                Remark(value, null, "A parameter has no name. It is ignored.");
            }
            else if (parameters.Exists(parameter => parameter.Name == name))
            {
                Remark(value, name, "The catalogue lists this parameter more than once. Only the first is used.");
            }
            else
            {
                parameters.Add(Parameter(name, value));
            }
        }

        if (parameters.Count == 0)
        {
            Remark(json, null, "The catalogue's 'parameters' is empty. The parameters are unknown.");
        }

        return parameters.Count == 0 ? null : parameters;
    }

    private PageParameter Parameter(string name, JsonElement json)
    {
        if (json.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
        {
            Remark(json, name, "The catalogue's description of the parameter is not an object. It is not used.");
        }

        var members = new CatalogueMembers(json, (value, message) => Remark(value, name, message));
        if (members.Flag("affectsPricing") is true)
        {
            _priced.Add(name);
        }

        if (members.Flag("hidden") is true)
        {
            _hidden.Add(name);
        }

        int line = text.Line(json);
        IReadOnlyList<JsonElement>? options = members.Values("options");
        return new PageParameter
        {
            Line = line,
            Name = name,
            IsRequired = members.Flag("isRequired"),
            Description = members.Text("description") ?? "",
            DescriptionLine = members.Stated("description") is { } description ? text.Line(description) : line,
            Default = Default(members, name),
            Range = Range(members, name),
            Allowed = options is null
                ? null
                : new PageValues
                {
                    Line = text.Line(members.Stated("options")!.Value),
                    Shown = [.. options.DistinctBy(static value => value.GetRawText()).Select(static value => new PageValue(value))],
                },
        };
    }

    private JsonElement? Default(CatalogueMembers members, string name)
    {
        JsonElement? stated = members.Stated("default");
        if (stated is not { } value || CatalogueMembers.IsText(value))
        {
            return stated;
        }

        Remark(value, name, "The default contains half of a surrogate pair, which is not Unicode text. It is not used.");
        return null;
    }

    private PageRange? Range(CatalogueMembers members, string name)
    {
        (JsonElement? minimum, JsonElement? maximum) = (members.Number("min"), members.Number("max"));
        if (minimum is { } low && maximum is { } high && Value(low) > Value(high))
        {
            Remark(low, name, $"The catalogue's minimum {low.GetRawText()} is above its maximum {high.GetRawText()}. Neither is used.");
            return null;
        }

        return minimum is null && maximum is null ? null : new PageRange(minimum, maximum);
    }

    private static double Value(JsonElement number) => double.Parse(number.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private void Remark(JsonElement value, string? name, string message) =>
        remarks.Add(new PageRemark(text.Line(value), message) { Parameter = name });
}
