using System.Text.Json;

namespace Kling.Emulator;

/// <summary>One deviation of NJsonSchema 11.6.2 from the specification, with its correction.</summary>
public sealed class JudgeException
{
    internal JudgeException(string keyword, string departure, string clause)
    {
        Keyword = keyword;
        Departure = departure;
        Clause = clause;
    }

    internal delegate void Correction(JudgedSchema schema, JudgedValue value, List<KlingViolation> violations);

    /// <summary>The JSON Schema keyword that it concerns.</summary>
    public string Keyword { get; }

    /// <summary>What NJsonSchema does.</summary>
    public string Departure { get; }

    /// <summary>The clause of the specification that it violates: JSON Schema 2020-12 (Core or Validation) or an RFC.</summary>
    public string Clause { get; }

    /// <summary>Which members of a schema are kept from NJsonSchema, because the correction judges them alone.</summary>
    internal Func<string, JsonElement, bool> Withholds { get; init; } = static (_, _) => false;

    /// <summary>Corrects what NJsonSchema found at one value by one schema.</summary>
    internal Correction Correct { get; init; } = static (_, _, _) => { };

    /// <summary>The keyword and the clause.</summary>
    public override string ToString() => $"{Keyword}: {Clause}";
}
