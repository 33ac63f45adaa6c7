using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Kling.CompilerServices;

namespace Kling;

/// <summary>
/// A value that is one of several types. Generated code derives one class per union. Values of those types convert to it implicitly.
/// </summary>
/// <typeparam name="TSelf">The union itself.</typeparam>
/// <remarks>
/// Two unions are equal if they are the same JSON value, even if their C# types differ: numbers by their value (<c>1</c> equals
/// <c>1.0</c>),
/// objects regardless of the order of their properties, strings regardless of how they are escaped.
/// </remarks>
public abstract class KlingUnion<TSelf> : IEquatable<TSelf>, IKlingJsonObject<TSelf>
    where TSelf : KlingUnion<TSelf>, IKlingCases<TSelf>
{
    /// <summary>Creates a union from a value of one of the types.</summary>
    /// <param name="number">The index of the type in the schema, from 0.</param>
    /// <param name="value">The value.</param>
    protected KlingUnion(int number, object value)
    {
        Number = number;
        Value = value;
    }

    /// <summary>The index of the value's type in the schema, from 0.</summary>
    protected int Number { get; }

    /// <summary>The value.</summary>
    protected object Value { get; }

    /// <summary>Whether two unions are the same JSON.</summary>
    /// <param name="left">One union.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(KlingUnion<TSelf>? left, KlingUnion<TSelf>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two unions differ.</summary>
    /// <param name="left">One union.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(KlingUnion<TSelf>? left, KlingUnion<TSelf>? right) => !(left == right);

    /// <inheritdoc/>
    public static bool TryParse(JsonElement json, [NotNullWhen(true)] out TSelf? value, out IReadOnlyList<KlingViolation> violations) =>
        KlingRead.TryParse(json, KlingTypes.Instance.Union<TSelf>(), out value, out violations);

    /// <summary>Writes the value.</summary>
    /// <param name="writer">Where to write.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        KlingCases<TSelf>.Instance.Write(writer, Number, Value);
    }

    /// <summary>The compact JSON.</summary>
    public string ToJson() => KlingWrite.ToJson(WriteTo);

    /// <summary>The compact JSON.</summary>
    public override string ToString() => ToJson();

    /// <inheritdoc/>
    public bool Equals(TSelf? other)
    {
        if (other is null)
        {
            return false;
        }

        if (ReferenceEquals(this, other) || (Number == other.Number && JsonValueComparer.Boxed.Equals(Value, other.Value)))
        {
            return true;
        }

        using JsonDocument? left = ToDocument();
        using JsonDocument? right = other.ToDocument();
        return left is not null && right is not null && JsonElementComparer.Instance.Equals(left.RootElement, right.RootElement);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TSelf);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        using JsonDocument? document = ToDocument();
        return document is null ? 0 : JsonElementComparer.Instance.GetHashCode(document.RootElement);
    }

    /// <summary>Gets the value if it has the type with the given index.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="number">The index of the type in the schema, from 0.</param>
    /// <param name="value">The value.</param>
    protected bool TryGet<T>(int number, [NotNullWhen(true)] out T? value)
    {
        bool has = Number == number;
        value = has ? (T)Value : default;
        return has;
    }

    /// <summary>
    /// The JSON value, or <see langword="null"/> if it cannot be written: half of a surrogate pair in a <see cref="JsonElement"/>.
    /// </summary>
    private JsonDocument? ToDocument()
    {
        try
        {
            return JsonDocument.Parse(ToJson(), KlingValidation.WriterDepth);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
