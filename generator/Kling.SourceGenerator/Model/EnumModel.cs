namespace Kling.SourceGenerator.Model;

/// <summary>A closed set of values as a C# enum.</summary>
internal sealed record EnumModel
{
    public required string TypeName { get; init; }

    public required string Description { get; init; }

    public required EnumKind Kind { get; init; }

    /// <summary>
    /// Whether the members are numbered 1, 2, 3 … in the schema's order, so that 0 is not a member and the numbers have no meaning.
    /// Otherwise the number of each member is its value in the JSON.
    /// </summary>
    public required bool IsNumbered { get; init; }

    public required EquatableArray<EnumMemberModel> Members { get; init; }

    /// <summary>Whether the values do not fit 32 bits.</summary>
    public bool Is64Bit => Members.Any(static member => member.Value is < int.MinValue or > int.MaxValue);
}

internal enum EnumKind
{
    String,
    Integer,
    Mixed,
}

/// <param name="Name">The C# name.</param>
/// <param name="Wire">The value in the JSON: a string's content, an integer's digits, or JSON text if the kinds are mixed.</param>
/// <param name="Value">The C# value.</param>
internal sealed record EnumMemberModel(string Name, string Wire, long Value);
