using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kling.Emulator;

/// <summary>
/// The keyword <c>x-references</c>: a marker in a text names an item of a list beside the text, so the object that holds both is judged.
/// </summary>
internal static class ReferenceRules
{
    public static void Judge(JudgedSchema schema, JudgedValue value, List<KlingViolation> violations)
    {
        if (value.Json.ValueKind is not JsonValueKind.Object || !schema.TryGetProperty("properties", out JsonElement properties))
        {
            return;
        }

        foreach ((string name, JsonElement reference) in References(properties))
        {
            if (!value.Json.TryGetProperty(name, out JsonElement text) || text.ValueKind is not JsonValueKind.String)
            {
                continue;
            }

            string list = reference.GetProperty("list").GetString()!;
            int count =
                value.Json.TryGetProperty(list, out JsonElement items) && items.ValueKind is JsonValueKind.Array
                    ? items.GetArrayLength()
                    : 0;

            // All digits are the number, and one marker may begin inside of another.
            string marker = Regex
                .Escape(reference.GetProperty("marker").GetString()!)
                .Replace(@"\{n}", "(?<n>(?>[0-9]+))", StringComparison.Ordinal);
            foreach (Match match in Regex.Matches(text.GetString()!, $"(?=(?<all>{marker}))"))
            {
                string found = match.Groups["all"].Value;
                if (
                    !int.TryParse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                    || number < 1
                    || number > count
                )
                {
                    violations.Add(
                        value.Violates(
                            "x-references",
                            $"\"{list}\"",
                            found,
                            $"The text refers to {found}, but '{list}' has {SentenceText.Count(count, "item", "items")}."
                        ) with
                        {
                            Path = $"{value.Pointer}/{name}",
                        }
                    );
                }
            }
        }
    }

    private static IEnumerable<(string Name, JsonElement Reference)> References(JsonElement properties) =>
        from property in properties.EnumerateObject()
        where property.Value.ValueKind is JsonValueKind.Object
        from references in property.Value.EnumerateObject()
        where references.NameEquals("x-references") && references.Value.ValueKind is JsonValueKind.Array
        from reference in references.Value.EnumerateArray()
        where IsReference(reference) && properties.TryGetProperty(reference.GetProperty("list").GetString()!, out _)
        select (property.Name, reference);

    private static bool IsReference(JsonElement reference) =>
        reference.ValueKind is JsonValueKind.Object
        && reference.TryGetProperty("marker", out JsonElement marker)
        && marker.ValueKind is JsonValueKind.String
        && reference.TryGetProperty("list", out JsonElement list)
        && list.ValueKind is JsonValueKind.String
        && marker.GetString()!.Split("{n}") is [{ Length: > 0 }, _];
}
