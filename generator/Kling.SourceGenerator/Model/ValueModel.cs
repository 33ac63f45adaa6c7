namespace Kling.SourceGenerator.Model;

/// <summary>What a parameter or an item of a list holds.</summary>
internal abstract record ValueModel
{
    /// <summary>Whether the schema allows null as a value.</summary>
    public bool AllowsNull { get; init; }

    public EquatableArray<ConstraintModel> Constraints { get; init; }

    /// <summary>
    /// The method that checks the value as JSON, where the typed checks cannot say all that the schema says: it then stands
    /// in for all of them. Empty otherwise.
    /// </summary>
    public string JsonCheck { get; init; } = "";
}

internal sealed record StringModel : ValueModel;

internal sealed record UriModel : ValueModel;

internal sealed record BooleanModel : ValueModel;

internal sealed record IntegerModel(bool Is64Bit) : ValueModel;

internal sealed record NumberModel : ValueModel;

/// <summary>Any JSON: what a schema without a single declared type gives.</summary>
internal sealed record JsonModel : ValueModel;

/// <param name="TypeReference">The type from the global namespace on: nothing of the user's can stand in its way.</param>
/// <param name="Enum">The enum itself.</param>
internal sealed record EnumValueModel(string TypeReference, EnumModel Enum) : ValueModel;

/// <param name="TypeReference">The record's type from the global namespace on.</param>
internal sealed record ObjectValueModel(string TypeReference) : ValueModel;

/// <summary>A JSON object without declared members.</summary>
internal sealed record JsonObjectModel : ValueModel;

/// <param name="TypeReference">The union's type from the global namespace on.</param>
/// <param name="HasEnum">Whether one of its types is a closed enum.</param>
internal sealed record UnionValueModel(string TypeReference, bool HasEnum) : ValueModel;

internal sealed record ListModel(ValueModel Item) : ValueModel;
