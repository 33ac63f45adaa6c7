namespace Kling.SourceGenerator.Model;

/// <summary>One parameter: a member of a JSON object as a C# property.</summary>
internal sealed record PropertyModel
{
    public required string WireName { get; init; }

    public required string Name
    {
        get;
        init
        {
            field = value;
            CamelName = Camel(value);
        }
    }

    /// <summary>The name with its first word in small letters: what fields, locals and arguments are called after.</summary>
    public string CamelName { get; private init; } = "";

    /// <summary>What one item is called, for the builder's <c>Add…</c>; empty if the value is not a list.</summary>
    public required string ItemName { get; init; }

    /// <summary>The record that the builder's <c>Add…</c> makes from loose values; empty if it adds finished items alone.</summary>
    public string AddedRecord { get; init; } = "";

    public required string Description { get; init; }

    public required bool IsRequired { get; init; }

    public required bool IsDeprecated { get; init; }

    /// <summary>Whether only the server sets the value.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Values that the schema shows as examples, as JSON.</summary>
    public EquatableArray<string> Examples { get; init; }

    public required ValueModel Value { get; init; }

    /// <summary>The server's default, or <see langword="null"/> if the schema gives none that can be used.</summary>
    public required DefaultModel? Default { get; init; }

    /// <summary>
    /// Whether the parameter is required and the schema allows a single value: the property has it without being assigned.
    /// </summary>
    public bool HasOnlyValue { get; init; }

    /// <summary>Whether the server's default is null: that is what an unassigned property reads as anyway.</summary>
    public bool HasNullDefault => Default is { Json: "null" } && Value.AllowsNull;

    /// <summary>Whether its use is reported. A required parameter must be assigned, deprecated or not, so its use is not.</summary>
    public bool IsObsolete => IsDeprecated && !IsRequired;

    /// <summary>Null means "not assigned". If the schema allows null as a value, one more bit is needed.</summary>
    public bool HasAssignedBit => !IsRequired && Value.AllowsNull;

    /// <summary>Whether reading the property gives null at times.</summary>
    public bool IsNullable => Value.AllowsNull || (!IsRequired && Default is null);

    /// <summary><c>mode</c> for <c>Mode</c>, <c>hdMode</c> for <c>HDMode</c>: the last of several capitals begins the next word.</summary>
    private static string Camel(string name)
    {
        int capitals = name.TakeWhile(char.IsUpper).Count();
        int first = capitals > 1 && capitals < name.Length && char.IsLetter(name[capitals]) ? capitals - 1 : capitals;
        return name.Substring(0, first).ToLowerInvariant() + name.Substring(first);
    }
}
