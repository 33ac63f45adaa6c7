using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Kling.Formats;

namespace Kling.CompilerServices;

/// <summary>Reads one JSON value, or reports why it is not one.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="json">The JSON value.</param>
/// <param name="validation">Where violations go.</param>
/// <returns>The value; without meaning if there was a violation.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T? KlingReader<out T>(JsonElement json, ref KlingValidation validation);

/// <summary>
/// JSON values into C# values, for generated code. Each method reports a violation of <c>type</c>, <c>format</c> or <c>enum</c>
/// at the value itself and then gives a value without meaning.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class KlingRead
{
    /// <summary>Reads a whole record and gives either the record or the violations.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="json">The JSON value.</param>
    /// <param name="read">Reads the record.</param>
    /// <param name="value">The record, or <see langword="null"/> if there is any violation.</param>
    /// <param name="violations">Every violation; empty if there is none.</param>
    public static bool TryParse<T>(
        JsonElement json,
        KlingReader<T> read,
        [NotNullWhen(true)] out T? value,
        out IReadOnlyList<KlingViolation> violations)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        var validation = default(KlingValidation);
        try
        {
            value = read(json, ref validation);
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException)
        {
            // A name with half of a surrogate pair: no lookup in the object survives it, and JsonElement cannot tell which name it is. Or such a
            // text in a value of any type.
            validation = default;
            validation.Report(
                "type", limit: null, actual: null, "A name, or a text in a value of any type, is not valid Unicode: half of a surrogate pair is missing.");
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

    /// <summary>Reads a value whose schema is checked as JSON first, because its type says less.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="json">The JSON value.</param>
    /// <param name="check">The schema.</param>
    /// <param name="read">Reads the value once it is valid.</param>
    /// <param name="validation">Where violations go.</param>
    public static T? Checked<T>(JsonElement json, KlingJsonCheck check, KlingReader<T> read, ref KlingValidation validation)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(read);
        int before = validation.Count;
        check(json, ref validation);
        return validation.Count == before ? read(json, ref validation) : default;
    }

    /// <summary>Whether a value is valid; the violations are of no interest.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="check">The schema.</param>
    public static bool IsValid(JsonElement json, KlingJsonCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var validation = default(KlingValidation);
        check(json, ref validation);
        return validation.Count == 0;
    }

    /// <summary>A default that is no C# constant.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="json">The default as JSON text; the generator has checked it.</param>
    /// <param name="read">Reads it.</param>
    public static T Constant<T>(string json, KlingReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var validation = default(KlingValidation);
        return read(KlingJsonConstant.Parse(json), ref validation)
            ?? throw new InvalidOperationException($"The default {json} does not fit its type: {string.Join(" ", validation.Violations)}");
    }

    /// <summary>Any JSON value.</summary>
    /// <param name="json">The JSON value.</param>
    /// <exception cref="InvalidOperationException">A text in it is not valid Unicode, so it could not be written again.</exception>
    public static JsonElement Json(JsonElement json)
    {
        JsonText.RequireUnicode(json);
        return json.Clone();
    }

    /// <summary>An object of any content.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="validation">Where violations go.</param>
    public static KlingJsonObject? JsonObject(JsonElement json, ref KlingValidation validation) =>
        IsObject(json, ref validation) ? AdditionalParameters(json, []) : null;

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

    /// <summary>An absolute URI (RFC 3986).</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="validation">Where violations go.</param>
    public static Uri? Uri(JsonElement json, ref KlingValidation validation)
    {
        int before = validation.Count;
        string? text = String(json, ref validation);
        validation.Format(text, TextFormat.Uri);
        return text is null || validation.Count > before ? null : new Uri(text, UriKind.Absolute);
    }

    /// <summary>A boolean.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="validation">Where violations go.</param>
    public static bool? Boolean(JsonElement json, ref KlingValidation validation)
    {
        if (json.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return json.GetBoolean();
        }

        validation.ReportType("a boolean", Describe(json));
        return null;
    }

    /// <summary>A member of a closed enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="json">The JSON value.</param>
    /// <param name="converter">How the enum travels.</param>
    /// <param name="validation">Where violations go.</param>
    public static T? Enum<T>(JsonElement json, KlingEnumJsonConverter<T> converter, ref KlingValidation validation)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(converter);
        if (converter.TryRead(json, out T value))
        {
            return value;
        }

        validation.ReportEnum(Describe(json), converter.AllowedValues);
        return null;
    }

    /// <summary>A list. Items that were violated stand in it without meaning, so that it can be counted and the others checked.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="json">The JSON value.</param>
    /// <param name="read">Reads one item.</param>
    /// <param name="validation">Where violations go.</param>
    public static KlingList<T>? List<T>(JsonElement json, KlingReader<T> read, ref KlingValidation validation)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (!Is(JsonValueKind.Array, "an array", json, ref validation))
        {
            return null;
        }

        var items = new T[json.GetArrayLength()];
        bool[]? unread = null;
        int start = validation.Count;
        int index = 0;
        foreach (JsonElement item in json.EnumerateArray())
        {
            items[index] = read(item, ref validation)!;
            if (validation.Count > start)
            {
                unread ??= new bool[items.Length];
                unread[index] = true;
            }

            start = validation.Nest(index++, start);
        }

        return new KlingList<T>(items) { Unread = unread };
    }

    /// <summary>The members that the schema does not declare.</summary>
    /// <param name="json">A JSON object.</param>
    /// <param name="declared">The declared names.</param>
    /// <exception cref="InvalidOperationException">A text in an undeclared member is not valid Unicode.</exception>
    public static KlingJsonObject AdditionalParameters(JsonElement json, ReadOnlySpan<string> declared)
    {
        List<KeyValuePair<string, JsonElement>>? additional = null;
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (!IsDeclared(member, declared))
            {
                (additional ??= []).Add(KeyValuePair.Create(member.Name, member.Value));
            }
        }

        KlingJsonObject kept = additional is null ? KlingJsonObject.Empty : KlingJsonObject.OfLast(additional);
        foreach (JsonElement value in kept.Values)
        {
            JsonText.RequireUnicode(value);
        }

        return kept;
    }

    private static bool IsDeclared(JsonProperty member, ReadOnlySpan<string> declared)
    {
        foreach (string name in declared)
        {
            if (member.NameEquals(name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(JsonValueKind kind, string expected, JsonElement json, ref KlingValidation validation)
    {
        if (json.ValueKind == kind)
        {
            return true;
        }

        validation.ReportType(expected, Describe(json));
        return false;
    }

    /// <summary>A value in a few words, for a message.</summary>
    internal static string Describe(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ => JsonText.Cut(JsonText.Raw(json)),
    };
}
