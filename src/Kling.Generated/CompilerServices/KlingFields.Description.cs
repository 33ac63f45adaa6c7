namespace Kling.CompilerServices;

/// <content>The methods with which generated code describes a record.</content>
public sealed partial class KlingFields<TRecord>
{
    /// <summary>Sets how the reader creates an empty record.</summary>
    /// <param name="create">Creates the record.</param>
    public void New(Func<TRecord> create) => _create = create;

    /// <summary>A required parameter of a reference type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="name">The name in the JSON.</param>
    /// <param name="slot">Where the value is stored.</param>
    /// <param name="type">The type with its constraints.</param>
    public void Required<T>(string name, KlingSlot<TRecord, T?> slot, KlingType<T> type)
        where T : class => _described.Add(new KlingField<TRecord, T?>(name, slot, type!, isRequired: true));

    /// <summary>A required parameter of a value type.</summary>
    /// <inheritdoc cref="Required{T}"/>
    public void RequiredValue<T>(string name, KlingSlot<TRecord, T?> slot, KlingType<T> type)
        where T : struct => _described.Add(new KlingField<TRecord, T?>(name, slot, new StoredValueType<T>(type), isRequired: true));

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
        _described.Add(
            new KlingField<TRecord, T?>(name, slot, type!, isRequired: false)
            {
                HasDefault = defaultValue is not null,
                Default = defaultValue,
            }
        );

    /// <summary>An optional parameter of a value type.</summary>
    /// <inheritdoc cref="Optional{T}"/>
    public void OptionalValue<T>(string name, KlingSlot<TRecord, T?> slot, KlingType<T> type, T? defaultValue = null)
        where T : struct =>
        _described.Add(
            new KlingField<TRecord, T?>(name, slot, new StoredValueType<T>(type), isRequired: false)
            {
                HasDefault = defaultValue is not null,
                Default = defaultValue,
            }
        );

    /// <summary>An optional parameter whose value may be null.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="name">The name in the JSON.</param>
    /// <param name="slot">Where the value is stored.</param>
    /// <param name="assigned">The field that stores whether the value was assigned.</param>
    /// <param name="type">The type with its constraints.</param>
    public void OptionalOrNull<T>(string name, KlingSlot<TRecord, T> slot, KlingSlot<TRecord, bool> assigned, KlingType<T> type) =>
        _described.Add(new KlingField<TRecord, T>(name, slot, type, isRequired: false) { Assigned = assigned });

    /// <summary>An optional parameter whose value may be null, with a default.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="name">The name in the JSON.</param>
    /// <param name="slot">Where the value is stored.</param>
    /// <param name="assigned">The field that stores whether the value was assigned.</param>
    /// <param name="type">The type with its constraints.</param>
    /// <param name="defaultValue">The server's default, which may be null.</param>
    public void OptionalOrNull<T>(
        string name,
        KlingSlot<TRecord, T> slot,
        KlingSlot<TRecord, bool> assigned,
        KlingType<T> type,
        T defaultValue
    ) =>
        _described.Add(
            new KlingField<TRecord, T>(name, slot, type, isRequired: false)
            {
                Assigned = assigned,
                HasDefault = true,
                Default = defaultValue,
            }
        );

    /// <summary><c>x-references</c>: a text refers to the items of a list.</summary>
    /// <param name="text">The name of the text in the JSON.</param>
    /// <param name="marker">How the text refers to an item; <c>{n}</c> is the number of the item, starting at 1.</param>
    /// <param name="list">The name of the list in the JSON.</param>
    public void References(string text, string marker, string list) => _references.Add((text, marker, list));

    /// <summary><c>dependentRequired</c>: if one parameter is set, another is required.</summary>
    /// <param name="name">The parameter's name in the JSON.</param>
    /// <param name="required">The name of the required parameter.</param>
    public void DependentRequired(string name, string required) => _dependents.Add((name, required));

    /// <summary><c>minProperties</c>.</summary>
    /// <param name="minimum">The minimum number of properties.</param>
    public void MinProperties(int minimum) => _minProperties = minimum;

    /// <summary><c>maxProperties</c>.</summary>
    /// <param name="maximum">The maximum number of properties.</param>
    public void MaxProperties(int maximum) => _maxProperties = maximum;

    /// <summary><c>additionalProperties: false</c>: only declared parameters are allowed.</summary>
    public void OnlyDeclared() => _allowsOnlyDeclared = true;

    /// <summary>A check of the whole record as JSON, for keywords that no check of a C# type can express.</summary>
    /// <param name="check">The check.</param>
    public void Json(KlingJsonCheck check) => _check = check;
}
