using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Kling.CompilerServices;

namespace Kling;

/// <summary>
/// The base of every generated record: request types, and the records nested in them. It reads, writes, validates and compares a record
/// with the table of its parameters.
/// </summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public abstract record KlingRecord<TSelf> : IKlingJsonObject<TSelf>
    where TSelf : KlingRecord<TSelf>, IKlingFields<TSelf>
{
    private KlingJsonObject? _additionalParameters;

    /// <summary>
    /// Parameters that the schema does not declare. They are sent after the declared ones, and survive a round trip. Default: none.
    /// </summary>
    [AllowNull]
    public KlingJsonObject AdditionalParameters
    {
        get => _additionalParameters ?? KlingJsonObject.Empty;
        init => _additionalParameters = value;
    }

    private TSelf Self => Unsafe.As<TSelf>(this);

    private static KlingFields<TSelf> Fields => KlingFields<TSelf>.Instance;

    /// <inheritdoc/>
    public static bool TryParse(JsonElement json, [NotNullWhen(true)] out TSelf? value, out IReadOnlyList<KlingViolation> violations) =>
        KlingRead.TryParse(json, Fields.Type, out value, out violations);

    /// <summary>Whether a parameter was assigned. Only an assigned parameter is sent.</summary>
    /// <param name="name">The parameter's name in the JSON.</param>
    public bool IsSet(string name) => Fields.Find(name) is { } field ? field.IsSet(Self) : AdditionalParameters.ContainsKey(name);

    /// <summary>A copy in which one parameter is not assigned: the server uses its default.</summary>
    /// <param name="name">The parameter's name in the JSON.</param>
    /// <exception cref="ArgumentException">The parameter is required.</exception>
    public TSelf Unset(string name)
    {
        if (Fields.Find(name) is not { } field)
        {
            return (TSelf)(this with { AdditionalParameters = AdditionalParameters.Without(name) });
        }

        if (field.IsRequired)
        {
            throw new ArgumentException($"'{name}' is required and cannot be unset.", nameof(name));
        }

        TSelf copy = Copy();
        field.Unset(copy);
        return copy;
    }

    /// <summary>A copy in which every default is assigned: its meaning stays the same if the server's defaults change.</summary>
    /// <returns>The copy; the record itself if no default is missing in it.</returns>
    public TSelf WithExplicitDefaults() => Fields.WithExplicitDefaults(Self);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Fields.Write(writer, Self);
    }

    /// <summary>The compact JSON that is sent.</summary>
    public string ToJson() => KlingWrite.ToJson(WriteTo);

    /// <summary>The compact JSON that is sent.</summary>
    public sealed override string ToString() => ToJson();

    /// <summary>Validates the values against the constraints of the schema.</summary>
    /// <returns>Every violation, in the order of the schema; empty if there is none.</returns>
    public IReadOnlyList<KlingViolation> Validate()
    {
        var validation = default(KlingValidation);
        Fields.Validate(Self, ref validation);
        return validation.Violations;
    }

    /// <summary>
    /// Whether both records have the same JSON. A parameter that was not assigned differs from one that was assigned its default.
    /// </summary>
    /// <param name="other">The other record.</param>
    public virtual bool Equals(KlingRecord<TSelf>? other) =>
        ReferenceEquals(this, other) || (other is TSelf record && Fields.AreEqual(Self, record));

    /// <inheritdoc/>
    public override int GetHashCode() => Fields.Hash(Self);

    internal void SetAdditionalParameters(KlingJsonObject parameters) => _additionalParameters = parameters;

    internal TSelf Copy() => (TSelf)(this with { });
}
