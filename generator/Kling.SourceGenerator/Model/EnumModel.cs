namespace Kling.SourceGenerator.Model;

/// <summary>A closed set of values as a C# enum.</summary>
internal sealed record EnumModel
{
    public const string ConverterSuffix = "JsonConverter";

    public required string TypeName { get; init; }

    /// <summary>The type that reads and writes the enum.</summary>
    public string ConverterTypeName => TypeName + ConverterSuffix;

    public required string Description { get; init; }

    /// <summary>Integers keep their value in C#; other members are numbered 1, 2, 3 … in the schema's order, and 0 is none of them.</summary>
    public required bool IsInteger { get; init; }

    public required EquatableArray<EnumMemberModel> Members { get; init; }
}

/// <param name="Name">The C# name.</param>
/// <param name="Wire">The value on the wire: a string's content, an integer's digits.</param>
/// <param name="Value">The C# value.</param>
internal sealed record EnumMemberModel(string Name, string Wire, string Value);
