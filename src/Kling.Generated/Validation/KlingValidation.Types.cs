using System.Text.Json;

namespace Kling.CompilerServices;

public partial struct KlingValidation
{
    private static readonly (KlingJsonTypes Type, string Name)[] TypeNames =
    [
        (KlingJsonTypes.Boolean, "a boolean"),
        (KlingJsonTypes.Integer, "an integer"),
        (KlingJsonTypes.Number, "a number"),
        (KlingJsonTypes.String, "a string"),
        (KlingJsonTypes.Array, "an array"),
        (KlingJsonTypes.Object, "an object"),
        (KlingJsonTypes.Null, "null"),
    ];

    /// <summary><c>type</c>. A number must fit its C# type: 64 bits for an integer, a double for other numbers.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="allowed">The allowed types. Numbers include integers.</param>
    public void Type(JsonElement json, KlingJsonTypes allowed)
    {
        KlingJsonTypes type = TypeOf(json);
        if (
            type is KlingJsonTypes.Number
            && (allowed & (KlingJsonTypes.Number | KlingJsonTypes.Integer)) is not KlingJsonTypes.None and var numbers
        )
        {
            TypeOfNumber(json, allowed, isInteger: !numbers.HasFlag(KlingJsonTypes.Number));
        }
        else if ((allowed & type) is KlingJsonTypes.None)
        {
            ReportType(NamesOf(allowed), JsonText.Describe(json));
        }
    }

    private void TypeOfNumber(JsonElement json, KlingJsonTypes allowed, bool isInteger)
    {
        if (!isInteger)
        {
            if (!JsonNumber.IsDouble(json))
            {
                string actual = JsonText.Describe(json);
                ReportSize(actual, "a double", Text(actual[0] == '-' ? double.MinValue : double.MaxValue));
            }
        }
        else if (JsonNumber.ToInt64(json, out bool isWhole) is null)
        {
            if (isWhole)
            {
                string actual = JsonText.Describe(json);
                ReportSize(actual, "a 64-bit integer", Text(actual[0] == '-' ? long.MinValue : long.MaxValue));
            }
            else
            {
                ReportType(NamesOf(allowed), JsonText.Describe(json));
            }
        }
    }

    /// <summary>A number that its C# type cannot hold.</summary>
    /// <param name="actual">The number.</param>
    /// <param name="type">The type, in words.</param>
    /// <param name="limit">The bound that the number exceeds.</param>
    internal void ReportSize(string actual, string type, string limit)
    {
        (string size, string side) = actual[0] == '-' ? ("small", "minimum") : ("large", "maximum");
        Report("type", limit, actual, $"{actual} is too {size} for {type}: the {side} is {limit}.");
    }

    /// <summary><c>enum</c>: the value must be equal to an allowed value; numbers are compared by value.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="allowed">A JSON array of the allowed values.</param>
    public void Enum(JsonElement json, JsonElement allowed)
    {
        foreach (JsonElement value in allowed.EnumerateArray())
        {
            if (JsonElementComparer.Instance.Equals(json, value))
            {
                return;
            }
        }

        ReportEnum(JsonText.Describe(json), allowed);
    }

    /// <summary><c>const</c>: the value must be equal to the allowed value; numbers are compared by value.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="value">The allowed value.</param>
    public void Const(JsonElement json, JsonElement value)
    {
        if (!JsonElementComparer.Instance.Equals(json, value))
        {
            string allowed = JsonText.Raw(value);
            string actual = JsonText.Describe(json);
            Report("const", allowed, actual, $"{Capitalise(actual)} is not allowed. The value must be {JsonText.Cut(allowed)}.");
        }
    }

    private static KlingJsonTypes TypeOf(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Null => KlingJsonTypes.Null,
            JsonValueKind.True or JsonValueKind.False => KlingJsonTypes.Boolean,
            JsonValueKind.Number => KlingJsonTypes.Number,
            JsonValueKind.String => KlingJsonTypes.String,
            JsonValueKind.Array => KlingJsonTypes.Array,
            JsonValueKind.Object => KlingJsonTypes.Object,
            _ => KlingJsonTypes.None,
        };

    private static string NamesOf(KlingJsonTypes types)
    {
        if (types.HasFlag(KlingJsonTypes.Number))
        {
            types &= ~KlingJsonTypes.Integer;
        }

        string[] names = [.. TypeNames.Where(entry => types.HasFlag(entry.Type)).Select(static entry => entry.Name)];
        return names switch
        {
            [] => "no value",
            [string only] => only,
            [.. string[] first, string last] => $"{string.Join(", ", first)} or {last}",
        };
    }
}
