using System.ComponentModel;
using System.Text.Json;

namespace Kling.CompilerServices;

/// <summary>The table of a record's parameters. Generated code fills it; reading, writing, validation and equality use it.</summary>
/// <typeparam name="TRecord">The record.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class KlingFields<TRecord>
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

    internal TRecord WithExplicitDefaults(TRecord record)
    {
        TRecord complete = record;
        foreach (KlingField<TRecord> field in _fields)
        {
            complete = field.WithExplicitDefault(complete, record);
        }

        return complete;
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
        TRecord.Describe(fields, KlingTypes.Instance);
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
