using System.Globalization;
using System.Text.Json;

namespace Kling.Cli;

/// <summary>Reads a limit of the oldest pages: <c>min : 0,</c> or <c>max : 1</c>.</summary>
internal static class AttributeLimits
{
    public static void Take(ParameterGathering gathering, PageLine line, bool isMinimum, string text)
    {
        PageParameter current = gathering.Current!;
        var scanner = new ValueScanner(text);
        if (scanner.Literal() is not { ValueKind: JsonValueKind.Number } value || !scanner.IsAtEnd)
        {
            gathering.Remark(line, $"\"{line.Text}\" is not understood, so the parameter has no such limit.");
            return;
        }

        (JsonElement? minimum, JsonElement? maximum) = (current.Range?.Minimum, current.Range?.Maximum);
        if (current.Type is not { Name: "integer" or "number" })
        {
            gathering.Remark(line, $"\"{line.Text}\" is a limit, but the parameter is not a number. It is not used.");
        }
        else if ((isMinimum ? minimum : maximum) is not null)
        {
            // Some copies of a page print the maximum as a second minimum.
            string keyword = isMinimum && maximum is null ? "maximum" : isMinimum ? "minimum" : "maximum";
            gathering.Remark(
                line,
                $"\"{line.Text}\" is the second limit of its kind and is not used. It may be the {keyword} {value.GetRawText()}."
            );
        }
        else if (Number(isMinimum ? value : minimum) > Number(isMinimum ? maximum : value))
        {
            gathering.Remark(line, $"\"{line.Text}\" contradicts the other limit. Neither is used.");
            gathering.Current = current with { Range = null };
        }
        else
        {
            gathering.Current = current with { Range = isMinimum ? new PageRange(value, maximum) : new PageRange(minimum, value) };
        }
    }

    private static double? Number(JsonElement? value) =>
        value is { } number ? double.Parse(number.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture) : null;
}
