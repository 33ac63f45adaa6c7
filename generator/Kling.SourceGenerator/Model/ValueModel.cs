namespace Kling.SourceGenerator.Model;

/// <summary>What a parameter or an item of a list holds.</summary>
internal abstract record ValueModel
{
    /// <summary>Whether the schema allows null as a value.</summary>
    public bool AllowsNull { get; init; }

    public EquatableArray<ConstraintModel> Constraints { get; init; }

    /// <summary>The bounds among the constraints, or <see langword="null"/> if there are none.</summary>
    public RangeModel? Range { get; init; }

    /// <summary>
    /// The method that checks the value as JSON, where the typed checks cannot say all that the schema says: it then stands in for all of
    /// them. Empty otherwise.
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

internal sealed record EnumValueModel(EnumModel Enum) : ValueModel;

/// <param name="TypeName">The record's type, which is in the model's namespace.</param>
internal sealed record ObjectValueModel(string TypeName) : ValueModel;

/// <summary>A JSON object without declared members.</summary>
internal sealed record JsonObjectModel : ValueModel;

/// <param name="TypeName">The union's type, which is in the model's namespace.</param>
/// <param name="HasEnum">Whether one of its types is a closed enum.</param>
internal sealed record UnionValueModel(string TypeName, bool HasEnum) : ValueModel;

internal sealed record ListModel(ValueModel Item) : ValueModel
{
    /// <summary>What the schema says of an item whose type has no description of its own.</summary>
    public string ItemDescription { get; init; } = "";
}
