namespace Kling.SourceGenerator.Model;

/// <summary>
/// A schema as a method that checks any JSON value. It is used if no C# type can express the schema: a schema without a
/// single type, alternatives, and keywords that no typed check can express.
/// </summary>
/// <param name="Name">The method's name.</param>
/// <param name="Checks">The keywords, in order.</param>
internal sealed record JsonCheckModel(string Name, EquatableArray<CheckModel> Checks);

/// <summary>One keyword of a <see cref="JsonCheckModel"/>.</summary>
internal sealed record CheckModel(string Keyword)
{
    /// <summary>A limit's token, a JSON text, a format: the one value of the keyword.</summary>
    public string Text { get; init; } = "";

    /// <summary>Names of members or of types.</summary>
    public EquatableArray<string> Names { get; init; }

    /// <summary>The fields of patterns.</summary>
    public EquatableArray<string> Patterns { get; init; }

    /// <summary>The methods of subschemas.</summary>
    public EquatableArray<string> Targets { get; init; }

    /// <summary>Whether the subschemas look at the very value that this keyword looks at.</summary>
    public bool IsInPlace => Keyword is "allOf" or "anyOf" or "oneOf" or "$ref";
}

/// <summary>A pattern as a field: compiled once per process.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Ecma">As the schema writes it.</param>
/// <param name="DotNet">The same in .NET's language.</param>
internal sealed record PatternModel(string Name, string Ecma, string DotNet);

/// <summary>The JSON checks of one file, with what they need.</summary>
internal sealed record JsonChecksModel(string TypeName, EquatableArray<JsonCheckModel> Methods, EquatableArray<PatternModel> Patterns);
