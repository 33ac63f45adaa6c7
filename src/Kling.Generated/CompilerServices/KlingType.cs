using System.ComponentModel;
using System.Text.Json;
using Kling.Formats;

namespace Kling.CompilerServices;

/// <summary>What a schema says of a value: its C# type and its constraints.</summary>
/// <typeparam name="T">The C# type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class KlingType<T>
{
    private protected KlingType()
    {
    }

    /// <summary>Whether null is a value.</summary>
    internal virtual bool AllowsNull => false;

    /// <summary>A default that is not a C# constant.</summary>
    /// <param name="json">The default as JSON text; the generator has checked it.</param>
    /// <exception cref="InvalidOperationException">The default does not fit its type.</exception>
    public T Parse(string json)
    {
        var validation = default(KlingValidation);
        T? value = Read(KlingJsonConstant.Parse(json), ref validation);
        return validation.Count == 0 && value is not null
            ? value
            : throw new InvalidOperationException($"The default {json} does not fit its type: {string.Join(" ", validation.Violations)}");
    }

    /// <summary>Reads and validates a JSON value.</summary>
    /// <returns>The value; without meaning if there was a violation.</returns>
    internal abstract T? Read(JsonElement json, ref KlingValidation validation);

    /// <summary>Writes a value.</summary>
    internal abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Validates a value that is not null.</summary>
    internal abstract void Validate(T value, ref KlingValidation validation);

    /// <summary>The value with every default in it assigned.</summary>
    internal virtual T WithExplicitDefaults(T value) => value;

    /// <summary>How many items a list has.</summary>
    internal virtual int Count(T value) => 0;
}

/// <summary>The types of values, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KlingType
{
    /// <summary>Any JSON.</summary>
    public static KlingType<JsonElement> Json { get; } = new JsonType();

    /// <summary>A JSON object of any content.</summary>
    public static KlingType<KlingJsonObject> JsonObject { get; } = new JsonObjectType();

    /// <summary>A boolean.</summary>
    public static KlingType<bool> Boolean { get; } = new BooleanType();

    /// <summary>A string.</summary>
    /// <param name="minLength">The schema's <c>minLength</c>.</param>
    /// <param name="maxLength">The schema's <c>maxLength</c>.</param>
    /// <param name="pattern">The schema's <c>pattern</c>.</param>
    /// <param name="format">The schema's <c>format</c>.</param>
    public static KlingType<string> String(int minLength = 0, int maxLength = int.MaxValue, KlingPattern? pattern = null, string? format = null) =>
        new StringType(minLength, maxLength, pattern, format);

    /// <summary>An absolute URI (RFC 3986).</summary>
    /// <inheritdoc cref="String"/>
    public static KlingType<Uri> Uri(int minLength = 0, int maxLength = int.MaxValue, KlingPattern? pattern = null) =>
        new UriType(new StringType(minLength, maxLength, pattern, TextFormat.Uri));

    /// <summary>A 32-bit integer.</summary>
    /// <param name="minimum">The schema's <c>minimum</c>.</param>
    /// <param name="maximum">The schema's <c>maximum</c>.</param>
    /// <param name="exclusiveMinimum">The schema's <c>exclusiveMinimum</c>.</param>
    /// <param name="exclusiveMaximum">The schema's <c>exclusiveMaximum</c>.</param>
    /// <param name="multipleOf">The schema's <c>multipleOf</c>, as the schema writes it.</param>
    public static KlingType<int> Int32(
        long? minimum = null,
        long? maximum = null,
        long? exclusiveMinimum = null,
        long? exclusiveMaximum = null,
        string? multipleOf = null) =>
        new Int32Type(new(minimum, maximum, exclusiveMinimum, exclusiveMaximum), multipleOf);

    /// <summary>A 64-bit integer.</summary>
    /// <inheritdoc cref="Int32"/>
    public static KlingType<long> Int64(
        long? minimum = null,
        long? maximum = null,
        long? exclusiveMinimum = null,
        long? exclusiveMaximum = null,
        string? multipleOf = null) =>
        new Int64Type(new(minimum, maximum, exclusiveMinimum, exclusiveMaximum), multipleOf);

    /// <summary>A number.</summary>
    /// <inheritdoc cref="Int32"/>
    public static KlingType<double> Double(
        double? minimum = null,
        double? maximum = null,
        double? exclusiveMinimum = null,
        double? exclusiveMaximum = null,
        string? multipleOf = null) =>
        new DoubleType(new(minimum, maximum, exclusiveMinimum, exclusiveMaximum), multipleOf);

    /// <summary>A closed enum.</summary>
    /// <typeparam name="T">The enum, which carries its JSON values.</typeparam>
    public static KlingType<T> Enum<T>()
        where T : struct, Enum => EnumType<T>.Instance;

    /// <summary>A record.</summary>
    /// <typeparam name="T">The record.</typeparam>
    public static KlingType<T> Record<T>()
        where T : KlingRecord<T>, IKlingFields<T> => new ObjectType<T>();

    /// <summary>A union.</summary>
    /// <typeparam name="T">The union.</typeparam>
    public static KlingType<T> Union<T>()
        where T : KlingUnion<T>, IKlingCases<T> => new UnionType<T>();

    /// <summary>A list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="item">The type of the items, with their constraints.</param>
    /// <param name="minItems">The schema's <c>minItems</c>.</param>
    /// <param name="maxItems">The schema's <c>maxItems</c>.</param>
    /// <param name="uniqueItems">The schema's <c>uniqueItems</c>.</param>
    public static KlingType<KlingList<T>> List<T>(KlingType<T> item, int minItems = 0, int maxItems = int.MaxValue, bool uniqueItems = false) =>
        new ListType<T>(item, minItems, maxItems, uniqueItems);

    /// <summary>A value of a reference type, or null.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="type">The type with its constraints.</param>
    public static KlingType<T?> OrNull<T>(KlingType<T> type)
        where T : class => new NullableType<T>(type);

    /// <summary>A value of a value type, or null.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="type">The type with its constraints.</param>
    public static KlingType<T?> ValueOrNull<T>(KlingType<T> type)
        where T : struct => new NullableValueType<T>(type);

    /// <summary>A value that is checked as JSON, because its C# type cannot express all that its schema says.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="type">The type without constraints.</param>
    /// <param name="check">The check.</param>
    public static KlingType<T> Checked<T>(KlingType<T> type, KlingJsonCheck check) => new CheckedType<T>(type, check);
}
