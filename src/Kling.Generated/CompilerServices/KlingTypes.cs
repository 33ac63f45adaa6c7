using System.ComponentModel;
using System.Text.Json;
using Kling.Formats;

namespace Kling.CompilerServices;

#pragma warning disable CA1822 // Generated code calls them on a parameter: unlike a type's name, no name of the user's can hide it.

/// <summary>Creates the types of values. Generated code uses it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KlingTypes
{
    private KlingTypes() { }

    /// <summary>The only instance.</summary>
    public static KlingTypes Instance { get; } = new();

    /// <summary>Any JSON.</summary>
    public KlingType<JsonElement> Json { get; } = new JsonType();

    /// <summary>A JSON object of any content.</summary>
    public KlingType<KlingJsonObject> JsonObject { get; } = new JsonObjectType();

    /// <summary>A boolean.</summary>
    public KlingType<bool> Boolean { get; } = new BooleanType();

    /// <summary>A string.</summary>
    /// <param name="minLength">The schema's <c>minLength</c>.</param>
    /// <param name="maxLength">The schema's <c>maxLength</c>.</param>
    /// <param name="pattern">The schema's <c>pattern</c>.</param>
    /// <param name="format">The schema's <c>format</c>.</param>
    public KlingType<string> String(int minLength = 0, int maxLength = int.MaxValue, KlingPattern? pattern = null, string? format = null) =>
        new StringType(minLength, maxLength, pattern, format);

    /// <summary>An absolute URI (RFC 3986).</summary>
    /// <inheritdoc cref="String"/>
    public KlingType<Uri> Uri(int minLength = 0, int maxLength = int.MaxValue, KlingPattern? pattern = null) =>
        new UriType(new StringType(minLength, maxLength, pattern, TextFormat.Uri));

    /// <summary>A 32-bit integer.</summary>
    /// <param name="minimum">The schema's <c>minimum</c>.</param>
    /// <param name="maximum">The schema's <c>maximum</c>.</param>
    /// <param name="exclusiveMinimum">The schema's <c>exclusiveMinimum</c>.</param>
    /// <param name="exclusiveMaximum">The schema's <c>exclusiveMaximum</c>.</param>
    /// <param name="multipleOf">The schema's <c>multipleOf</c>, as the schema writes it.</param>
    public KlingType<int> Int32(
        long? minimum = null,
        long? maximum = null,
        long? exclusiveMinimum = null,
        long? exclusiveMaximum = null,
        string? multipleOf = null
    ) => new Int32Type(new(minimum, maximum, exclusiveMinimum, exclusiveMaximum), multipleOf);

    /// <summary>A 64-bit integer.</summary>
    /// <inheritdoc cref="Int32"/>
    public KlingType<long> Int64(
        long? minimum = null,
        long? maximum = null,
        long? exclusiveMinimum = null,
        long? exclusiveMaximum = null,
        string? multipleOf = null
    ) => new Int64Type(new(minimum, maximum, exclusiveMinimum, exclusiveMaximum), multipleOf);

    /// <summary>A number.</summary>
    /// <inheritdoc cref="Int32"/>
    public KlingType<double> Double(
        double? minimum = null,
        double? maximum = null,
        double? exclusiveMinimum = null,
        double? exclusiveMaximum = null,
        string? multipleOf = null
    ) => new DoubleType(new(minimum, maximum, exclusiveMinimum, exclusiveMaximum), multipleOf);

    /// <summary>A closed enum.</summary>
    /// <typeparam name="T">The enum; an attribute on it lists its JSON values.</typeparam>
    public KlingType<T> Enum<T>()
        where T : struct, Enum => EnumType<T>.Instance;

    /// <summary>A record.</summary>
    /// <typeparam name="T">The record.</typeparam>
    public KlingType<T> Record<T>()
        where T : KlingRecord<T>, IKlingFields<T> => new ObjectType<T>();

    /// <summary>A union.</summary>
    /// <typeparam name="T">The union.</typeparam>
    public KlingType<T> Union<T>()
        where T : KlingUnion<T>, IKlingCases<T> => new UnionType<T>();

    /// <summary>A list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="item">The type of the items, with their constraints.</param>
    /// <param name="minItems">The schema's <c>minItems</c>.</param>
    /// <param name="maxItems">The schema's <c>maxItems</c>.</param>
    /// <param name="uniqueItems">The schema's <c>uniqueItems</c>.</param>
    public KlingType<KlingList<T>> List<T>(KlingType<T> item, int minItems = 0, int maxItems = int.MaxValue, bool uniqueItems = false) =>
        new ListType<T>(item, minItems, maxItems, uniqueItems);

    /// <summary>A value of a reference type, or null.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="type">The type with its constraints.</param>
    public KlingType<T?> OrNull<T>(KlingType<T> type)
        where T : class => new NullableType<T>(type);

    /// <summary>A value of a value type, or null.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="type">The type with its constraints.</param>
    public KlingType<T?> ValueOrNull<T>(KlingType<T> type)
        where T : struct => new NullableValueType<T>(type);

    /// <summary>A value that is checked as JSON, because its C# type cannot express all constraints of its schema.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="type">The type without constraints.</param>
    /// <param name="check">The check.</param>
    public KlingType<T> Checked<T>(KlingType<T> type, KlingJsonCheck check) => new CheckedType<T>(type, check);
}
