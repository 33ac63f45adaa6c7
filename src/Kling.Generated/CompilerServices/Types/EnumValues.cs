using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Kling.Annotations;

namespace Kling.CompilerServices;

/// <summary>The members of a closed enum and their JSON values, by the enum's <see cref="SchemaEnumValuesAttribute"/>.</summary>
internal sealed class EnumValues<T>
    where T : struct, Enum
{
    public static readonly EnumValues<T> Instance = new(
        typeof(T).GetCustomAttribute<SchemaEnumValuesAttribute>()
            ?? throw new InvalidOperationException(
                $"The enum {typeof(T)} has no {nameof(SchemaEnumValuesAttribute)}: it was not generated from a schema."
            )
    );

    private readonly JsonElement[] _json;
    private readonly JsonEncodedText?[] _texts;
    private readonly long[] _numbers;
    private readonly Dictionary<long, int> _byNumber = [];
    private readonly Dictionary<JsonElement, int> _byJson = new(JsonElementComparer.Instance);
    private readonly bool _areIntegers;
    private readonly bool _areConsecutive;

    private EnumValues(SchemaEnumValuesAttribute values)
    {
        Allowed = KlingJsonConstant.Parse(values.Json);
        _json = [.. Allowed.EnumerateArray()];
        _texts = Array.ConvertAll(
            _json,
            static json => json.ValueKind is JsonValueKind.String ? JsonEncodedText.Encode(json.GetString()!) : (JsonEncodedText?)null
        );
        _numbers = [.. _json.Select((json, index) => values.AreNumbered ? index + 1 : Number(json))];
        _areIntegers = !values.AreNumbered && _json.All(static json => json.ValueKind is JsonValueKind.Number);
        _areConsecutive = _numbers.Select((number, index) => number - index).Distinct().Count() == 1;
        for (int i = 0; i < _json.Length; i++)
        {
            _byNumber[_numbers[i]] = i;
            _byJson[_json[i]] = i;
        }
    }

    /// <summary>The values allowed, as a JSON array.</summary>
    public JsonElement Allowed { get; }

    public bool IsDefined(T value) => IndexOf(Number(value)) >= 0;

    public bool TryRead(JsonElement json, out T value)
    {
        bool found = _byJson.TryGetValue(json, out int index);
        value = found ? Member(_numbers[index]) : default;
        return found;
    }

    /// <summary>Writes a member's JSON value; for a number that is no member, a value that is not allowed.</summary>
    public void Write(Utf8JsonWriter writer, T value)
    {
        long number = Number(value);
        int index = IndexOf(number);
        if (index >= 0)
        {
            Write(writer, index);
        }
        else if (_areIntegers)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            // The number alone could be one of the values, or of another type of a union.
            writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"undefined value {number}"));
        }
    }

    private void Write(Utf8JsonWriter writer, int index)
    {
        if (_texts[index] is { } text)
        {
            writer.WriteStringValue(text);
        }
        else
        {
            _json[index].WriteTo(writer);
        }
    }

    private int IndexOf(long number)
    {
        if (!_areConsecutive)
        {
            return _byNumber.TryGetValue(number, out int index) ? index : -1;
        }

        long distance = number - _numbers[0];
        return distance >= 0 && distance < _numbers.Length ? (int)distance : -1;
    }

    // A generated enum has 32 bits, or 64 where its values need them.
    private static long Number(T value) =>
        Unsafe.SizeOf<T>() == sizeof(long) ? Unsafe.As<T, long>(ref value) : Unsafe.As<T, int>(ref value);

    private static T Member(long number)
    {
        int number32 = unchecked((int)number);
        return Unsafe.SizeOf<T>() == sizeof(long) ? Unsafe.As<long, T>(ref number) : Unsafe.As<int, T>(ref number32);
    }

    private static long Number(JsonElement json) =>
        json.ValueKind is JsonValueKind.String
            ? long.Parse(json.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : JsonNumber.ToInt64(json, out _).GetValueOrDefault();
}
