using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Kling.CompilerServices;

/// <summary>
/// JSON values into C# values, without reflection. Each method reports a violation of <c>type</c>, <c>format</c> or <c>enum</c> at the
/// value itself and then gives a value without meaning.
/// </summary>
internal static partial class KlingRead
{
    /// <summary>Reads a whole record and gives either the record or the violations.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="json">The JSON value.</param>
    /// <param name="type">The record's type.</param>
    /// <param name="value">The record, or <see langword="null"/> if there is any violation.</param>
    /// <param name="violations">Every violation; empty if there is none.</param>
    public static bool TryParse<T>(
        JsonElement json,
        KlingType<T> type,
        [NotNullWhen(true)] out T? value,
        out IReadOnlyList<KlingViolation> violations
    )
        where T : class
    {
        var validation = default(KlingValidation);
        try
        {
            value = type.Read(json, ref validation);
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException)
        {
            // A name with half of a surrogate pair: no lookup in the object survives it, and JsonElement cannot tell which name it is. Or
            // such a text in a value of any type.
            validation = default;
            validation.Report(
                "type",
                limit: null,
                actual: null,
                "A name, or a text in a value of any type, is not valid Unicode: half of a surrogate pair is missing."
            );
            value = null;
        }

        violations = validation.Violations;
        if (validation.Count > 0)
        {
            value = null;
        }

        return value is not null;
    }

    /// <summary>Whether the value is an object.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="validation">Where violations go.</param>
    public static bool IsObject(JsonElement json, ref KlingValidation validation) =>
        Is(JsonValueKind.Object, "an object", json, ref validation);

    /// <summary>Whether the value is null.</summary>
    /// <param name="json">The JSON value.</param>
    public static bool IsNull(JsonElement json) => json.ValueKind is JsonValueKind.Null;

    /// <summary>A text.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="validation">Where violations go.</param>
    public static string? String(JsonElement json, ref KlingValidation validation)
    {
        if (!Is(JsonValueKind.String, "a string", json, ref validation))
        {
            return null;
        }

        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException)
        {
            validation.Report("type", "a string", actual: null, "The text is not valid Unicode: half of a surrogate pair is missing.");
            return null;
        }
    }

    /// <summary>A boolean.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="validation">Where violations go.</param>
    public static bool Boolean(JsonElement json, ref KlingValidation validation)
    {
        if (json.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return json.GetBoolean();
        }

        validation.ReportType("a boolean", JsonText.Describe(json));
        return false;
    }

    /// <summary>Whether the value is an array.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="validation">Where violations go.</param>
    public static bool IsArray(JsonElement json, ref KlingValidation validation) =>
        Is(JsonValueKind.Array, "an array", json, ref validation);

    /// <summary>A JSON object of any content.</summary>
    /// <param name="json">A JSON object.</param>
    /// <exception cref="InvalidOperationException">A string in it is not valid Unicode.</exception>
    public static KlingJsonObject Object(JsonElement json) =>
        Kept([.. json.EnumerateObject().Select(static member => KeyValuePair.Create(member.Name, member.Value))]);

    /// <summary>The members of a JSON object: the declared ones by their position, the others as the result.</summary>
    /// <typeparam name="TRecord">The record.</typeparam>
    /// <param name="json">A JSON object.</param>
    /// <param name="fields">The declared parameters.</param>
    /// <param name="values">Where the declared members go. If a name is duplicated, the last value counts.</param>
    /// <exception cref="InvalidOperationException">A string in an undeclared member is not valid Unicode.</exception>
    public static KlingJsonObject Members<TRecord>(JsonElement json, KlingField<TRecord>[] fields, JsonElement[] values)
        where TRecord : KlingRecord<TRecord>, IKlingFields<TRecord>
    {
        List<KeyValuePair<string, JsonElement>>? additional = null;
        int next = 0;
        foreach (JsonProperty member in json.EnumerateObject())
        {
            int index = IndexOf(member, fields, next);
            if (index >= 0)
            {
                values[index] = member.Value;
                next = index + 1;
            }
            else
            {
                (additional ??= []).Add(KeyValuePair.Create(member.Name, member.Value));
            }
        }

        return Kept(additional);
    }

    private static KlingJsonObject Kept(List<KeyValuePair<string, JsonElement>>? members)
    {
        KlingJsonObject kept = members is null ? KlingJsonObject.Empty : KlingJsonObject.OfLast(members);
        foreach (JsonElement value in kept.Values)
        {
            JsonText.RequireUnicode(value);
        }

        return kept;
    }

    /// <summary>The position of a member among the declared ones. Most objects have them in the schema's order.</summary>
    private static int IndexOf<TRecord>(JsonProperty member, KlingField<TRecord>[] fields, int next)
        where TRecord : KlingRecord<TRecord>, IKlingFields<TRecord>
    {
        for (int i = 0; i < fields.Length; i++)
        {
            int index = (next + i) % fields.Length;
            if (member.NameEquals(fields[index].Utf8Name))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool Is(JsonValueKind kind, string expected, JsonElement json, ref KlingValidation validation)
    {
        if (json.ValueKind == kind)
        {
            return true;
        }

        validation.ReportType(expected, JsonText.Describe(json));
        return false;
    }
}
