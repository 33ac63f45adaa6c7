using System.Text;
using System.Text.Json;

namespace Kling.CompilerServices;

/// <summary>One parameter of a record.</summary>
/// <typeparam name="TRecord">The record.</typeparam>
internal abstract class KlingField<TRecord>(string name, bool isRequired)
    where TRecord : KlingRecord<TRecord>, IKlingFields<TRecord>
{
    private readonly JsonEncodedText _encodedName = JsonEncodedText.Encode(name);

    /// <summary>The name in the JSON.</summary>
    public string Name { get; } = name;

    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    public bool IsRequired { get; } = isRequired;

    public abstract bool IsSet(TRecord record);

    public abstract void Unset(TRecord record);

    /// <summary>The record with the defaults of this parameter assigned; the same record if that changes nothing.</summary>
    /// <param name="record">The original, or a copy of it that may be changed.</param>
    /// <param name="original">The original, which is not changed.</param>
    public abstract TRecord WithExplicitDefault(TRecord record, TRecord original);

    public abstract void Write(Utf8JsonWriter writer, TRecord record);

    public abstract void Read(JsonElement json, TRecord record, ref KlingValidation validation);

    public abstract void Validate(TRecord record, ref KlingValidation validation);

    public abstract bool AreEqual(TRecord left, TRecord right);

    public abstract void AddHash(TRecord record, ref HashCode hash);

    /// <summary>The value as text, if it is one.</summary>
    public abstract string? Text(TRecord record);

    /// <summary>How many items the value has, if it is a list.</summary>
    public abstract int Count(TRecord record);

    protected void WriteName(Utf8JsonWriter writer) => writer.WritePropertyName(_encodedName);
}

/// <summary>One parameter of a record, with the type of its value.</summary>
/// <typeparam name="TRecord">The record.</typeparam>
/// <typeparam name="T">The type as it is stored: null means "not assigned", unless null is a value itself.</typeparam>
internal sealed class KlingField<TRecord, T>(string name, KlingSlot<TRecord, T> slot, KlingType<T> type, bool isRequired)
    : KlingField<TRecord>(name, isRequired)
    where TRecord : KlingRecord<TRecord>, IKlingFields<TRecord>
{
    /// <summary>Whether the value was assigned, if null is a value.</summary>
    public KlingSlot<TRecord, bool>? Assigned { get; init; }

    public bool HasDefault { get; init; }

    public T? Default { get; init; }

    public override bool IsSet(TRecord record) => Assigned is { } assigned ? assigned(record) : IsValue(slot(record));

    public override void Unset(TRecord record)
    {
        slot(record) = default!;
        if (Assigned is { } assigned)
        {
            assigned(record) = false;
        }
    }

    public override TRecord WithExplicitDefault(TRecord record, TRecord original)
    {
        bool isMissing = HasDefault && !IsSet(record);
        T value = isMissing ? Default! : slot(record);
        T complete = value is null ? value : type.WithExplicitDefaults(value);
        if (!isMissing && (typeof(T).IsValueType || ReferenceEquals(value, complete)))
        {
            return record;
        }

        TRecord changed = ReferenceEquals(record, original) ? record.Copy() : record;
        Assign(changed, complete);
        return changed;
    }

    public override void Write(Utf8JsonWriter writer, TRecord record)
    {
        T value = slot(record);
        if (Assigned is { } assigned ? assigned(record) : IsValue(value))
        {
            WriteName(writer);
            type.Write(writer, value);
        }
    }

    public override void Read(JsonElement json, TRecord record, ref KlingValidation validation) =>
        Assign(record, type.Read(json, ref validation)!);

    public override void Validate(TRecord record, ref KlingValidation validation)
    {
        T value = slot(record);
        if (value is not null)
        {
            type.Validate(value, ref validation);
        }
        else if (IsRequired && !type.AllowsNull)
        {
            validation.Missing();
        }
    }

    public override bool AreEqual(TRecord left, TRecord right) =>
        JsonValueComparer<T>.Default.Equals(slot(left), slot(right)) && (Assigned is not { } assigned || assigned(left) == assigned(right));

    public override void AddHash(TRecord record, ref HashCode hash) => hash.Add(slot(record), JsonValueComparer<T>.Default);

    public override string? Text(TRecord record) => slot(record) as string;

    public override int Count(TRecord record) => slot(record) is { } value ? type.Count(value) : 0;

    private bool IsValue(T value) => value is not null || (IsRequired && type.AllowsNull);

    private void Assign(TRecord record, T value)
    {
        slot(record) = value;
        if (Assigned is { } assigned)
        {
            assigned(record) = true;
        }
    }
}
