using System.ComponentModel;
using System.Text.Json;

namespace Kling.CompilerServices;

/// <summary>The table of a record's parameters. Generated code fills it; reading, writing, validation and equality go by it.</summary>
/// <typeparam name="TRecord">The record.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KlingFields<TRecord>
    where TRecord : KlingRecord<TRecord>, IKlingFields<TRecord>
{
    private readonly List<KlingField<TRecord>> _described = [];
    private readonly List<(string Text, string Marker, string List)> _references = [];
    private readonly List<(string Name, string Required)> _dependents = [];
    private KlingField<TRecord>[] _fields = [];
    private Func<TRecord>? _create;
    private KlingJsonCheck? _check;
    private bool _allowsOnlyDeclared;
    private int _minProperties;
    private int _maxProperties = int.MaxValue;

    private KlingFields() => Type = new ObjectType<TRecord>();

    internal static KlingFields<TRecord> Instance { get; } = Describe();

    internal KlingType<TRecord> Type { get; }

    /// <summary>Makes a record without values, for the reader.</summary>
    /// <param name="create">Makes it.</param>
    public void New(Func<TRecord> create) => _create = create;

    /// <summary>A required parameter of a reference type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="name">The name in the JSON.</param>
    /// <param name="slot">Where the value is stored.</param>
    /// <param name="type">The type with its constraints.</param>
    public void Required<T>(string name, KlingSlot<TRecord, T?> slot, KlingType<T> type)
        where T : class =>
        _described.Add(new KlingField<TRecord, T?>(name, slot, type!, isRequired: true));

    /// <summary>A required parameter of a value type.</summary>
    /// <inheritdoc cref="Required{T}"/>
    public void RequiredValue<T>(string name, KlingSlot<TRecord, T?> slot, KlingType<T> type)
        where T : struct =>
        _described.Add(new KlingField<TRecord, T?>(name, slot, new StoredValueType<T>(type), isRequired: true));

    /// <summary>A required parameter whose value may be null.</summary>
    /// <inheritdoc cref="Required{T}"/>
    public void RequiredOrNull<T>(string name, KlingSlot<TRecord, T> slot, KlingType<T> type) =>
        _described.Add(new KlingField<TRecord, T>(name, slot, type, isRequired: true));

    /// <summary>An optional parameter of a reference type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="name">The name in the JSON.</param>
    /// <param name="slot">Where the value is stored.</param>
    /// <param name="type">The type with its constraints.</param>
    /// <param name="defaultValue">The server's default; <see langword="null"/> for none.</param>
    public void Optional<T>(string name, KlingSlot<TRecord, T?> slot, KlingType<T> type, T? defaultValue = null)
        where T : class =>
        _described.Add(new KlingField<TRecord, T?>(name, slot, type!, isRequired: false) { HasDefault = defaultValue is not null, Default = defaultValue });

    /// <summary>An optional parameter of a value type.</summary>
    /// <inheritdoc cref="Optional{T}"/>
    public void OptionalValue<T>(string name, KlingSlot<TRecord, T?> slot, KlingType<T> type, T? defaultValue = null)
        where T : struct =>
        _described.Add(new KlingField<TRecord, T?>(name, slot, new StoredValueType<T>(type), isRequired: false)
        {
            HasDefault = defaultValue is not null,
            Default = defaultValue,
        });

    /// <summary>An optional parameter whose value may be null.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="name">The name in the JSON.</param>
    /// <param name="slot">Where the value is stored.</param>
    /// <param name="assigned">Where it is stored whether the value was assigned.</param>
    /// <param name="type">The type with its constraints.</param>
    public void OptionalOrNull<T>(string name, KlingSlot<TRecord, T> slot, KlingSlot<TRecord, bool> assigned, KlingType<T> type) =>
        _described.Add(new KlingField<TRecord, T>(name, slot, type, isRequired: false) { Assigned = assigned });

    /// <summary>An optional parameter whose value may be null, with a default.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="name">The name in the JSON.</param>
    /// <param name="slot">Where the value is stored.</param>
    /// <param name="assigned">Where it is stored whether the value was assigned.</param>
    /// <param name="type">The type with its constraints.</param>
    /// <param name="defaultValue">The server's default, which may be null.</param>
    public void OptionalOrNull<T>(string name, KlingSlot<TRecord, T> slot, KlingSlot<TRecord, bool> assigned, KlingType<T> type, T defaultValue) =>
        _described.Add(new KlingField<TRecord, T>(name, slot, type, isRequired: false) { Assigned = assigned, HasDefault = true, Default = defaultValue });

    /// <summary><c>x-references</c>: a text names the items of a list.</summary>
    /// <param name="text">The name of the text in the JSON.</param>
    /// <param name="marker">How the text names an item; <c>{n}</c> stands for its number, counted from 1.</param>
    /// <param name="list">The name of the list in the JSON.</param>
    public void References(string text, string marker, string list) => _references.Add((text, marker, list));

    /// <summary><c>dependentRequired</c>: if one parameter is given, another is required.</summary>
    /// <param name="name">The parameter's name in the JSON.</param>
    /// <param name="required">The other's name.</param>
    public void DependentRequired(string name, string required) => _dependents.Add((name, required));

    /// <summary><c>minProperties</c>.</summary>
    /// <param name="minimum">The least number of properties allowed.</param>
    public void MinProperties(int minimum) => _minProperties = minimum;

    /// <summary><c>maxProperties</c>.</summary>
    /// <param name="maximum">The greatest number of properties allowed.</param>
    public void MaxProperties(int maximum) => _maxProperties = maximum;

    /// <summary><c>additionalProperties: false</c>: only declared parameters are allowed.</summary>
    public void OnlyDeclared() => _allowsOnlyDeclared = true;

    /// <summary>A check of the whole record as JSON, for keywords that no check of a C# type can express.</summary>
    /// <param name="check">The check.</param>
    public void Json(KlingJsonCheck check) => _check = check;

    internal KlingField<TRecord>? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (KlingField<TRecord> field in _fields)
        {
            if (field.Name == name)
            {
                return field;
            }
        }

        return null;
    }

    internal void AssignDefaults(TRecord record)
    {
        foreach (KlingField<TRecord> field in _fields)
        {
            field.AssignDefault(record);
        }
    }

    internal bool AreEqual(TRecord left, TRecord right)
    {
        foreach (KlingField<TRecord> field in _fields)
        {
            if (!field.AreEqual(left, right))
            {
                return false;
            }
        }

        return left.AdditionalParameters == right.AdditionalParameters;
    }

    internal int Hash(TRecord record)
    {
        var hash = default(HashCode);
        foreach (KlingField<TRecord> field in _fields)
        {
            field.AddHash(record, ref hash);
        }

        hash.Add(record.AdditionalParameters);
        return hash.ToHashCode();
    }

    internal void Write(Utf8JsonWriter writer, TRecord record)
    {
        writer.WriteStartObject();
        foreach (KlingField<TRecord> field in _fields)
        {
            field.Write(writer, record);
        }

        record.AdditionalParameters.WriteMembersTo(writer);
        writer.WriteEndObject();
    }

    internal void Validate(TRecord record, ref KlingValidation validation)
    {
        if (_check is { } check)
        {
            validation.Json(record, Type.Write, check);
        }
        else
        {
            ValidateTyped(record, ref validation);
        }

        CheckReferences(record, ref validation);
        CheckNames(record.AdditionalParameters, ref validation);
    }

    internal TRecord? Read(JsonElement json, ref KlingValidation validation)
    {
        if (!KlingRead.IsObject(json, ref validation))
        {
            return null;
        }

        int before = validation.Count;
        _check?.Invoke(json, ref validation);
        if (validation.Count > before)
        {
            return null;
        }

        TRecord record = _create!();
        var members = new JsonElement[_fields.Length];
        record.SetAdditionalParameters(KlingRead.Members(json, _fields, members));
        int start = before;
        for (int i = 0; i < _fields.Length; i++)
        {
            KlingField<TRecord> field = _fields[i];
            if (members[i].ValueKind is not JsonValueKind.Undefined)
            {
                field.Read(members[i], record, ref validation);
            }
            else if (field.IsRequired)
            {
                validation.Missing();
            }

            start = validation.Nest(field.Name, start);
        }

        if (_check is null)
        {
            ReadObject(json, record, ref validation);
        }

        CheckReferences(record, ref validation);
        return validation.Count > before ? null : record;
    }

    private static KlingFields<TRecord> Describe()
    {
        var fields = new KlingFields<TRecord>();
        TRecord.Describe(fields);
        fields._fields = [.. fields._described];
        return fields;
    }

    private void ValidateTyped(TRecord record, ref KlingValidation validation)
    {
        int start = validation.Count;
        foreach (KlingField<TRecord> field in _fields)
        {
            field.Validate(record, ref validation);
            start = validation.Nest(field.Name, start);
        }

        if (_allowsOnlyDeclared)
        {
            validation.NoAdditionalParameters(record.AdditionalParameters);
        }

        foreach ((string name, string required) in _dependents)
        {
            validation.DependentRequired(record.IsSet(name), name, record.IsSet(required), required);
        }

        if (_minProperties > 0 || _maxProperties < int.MaxValue)
        {
            int count = Count(record);
            validation.MinProperties(count, _minProperties);
            validation.MaxProperties(count, _maxProperties);
        }
    }

    /// <summary>How many parameters are assigned. In a method of its own: what the lambda captures would cost every validation.</summary>
    private int Count(TRecord record) => record.AdditionalParameters.Count + _fields.Count(field => field.IsSet(record));

    /// <summary>The keywords of the object as a whole, on the JSON: a member that is null was given.</summary>
    private void ReadObject(JsonElement json, TRecord record, ref KlingValidation validation)
    {
        if (_allowsOnlyDeclared)
        {
            validation.NoAdditionalParameters(record.AdditionalParameters);
        }

        foreach ((string name, string required) in _dependents)
        {
            validation.DependentRequired(json, name, [required]);
        }

        if (_minProperties > 0 || _maxProperties < int.MaxValue)
        {
            validation.MinProperties(json, _minProperties);
            validation.MaxProperties(json, _maxProperties);
        }
    }

    private void CheckReferences(TRecord record, ref KlingValidation validation)
    {
        foreach ((string text, string marker, string list) in _references)
        {
            validation.References(Find(text)?.Text(record), text, marker, Find(list)?.Count(record) ?? 0, list);
        }
    }

    /// <summary>An additional parameter must not have the name of a declared one: the JSON would have the name twice.</summary>
    private void CheckNames(KlingJsonObject additional, ref KlingValidation validation)
    {
        if (additional.Count == 0)
        {
            return;
        }

        foreach (KlingField<TRecord> field in _fields)
        {
            if (additional.ContainsKey(field.Name))
            {
                validation.DeclaredTwice(field.Name);
            }
        }
    }
}
