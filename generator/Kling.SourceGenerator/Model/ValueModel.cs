namespace Kling.SourceGenerator.Model;

/// <summary>What a parameter or an item of a list holds.</summary>
internal abstract record ValueModel
{
    /// <summary>Whether the schema allows null as a value.</summary>
    public bool AllowsNull { get; init; }

    public EquatableArray<ConstraintModel> Constraints { get; init; }
}

internal sealed record StringModel : ValueModel;

internal sealed record UriModel : ValueModel;

internal sealed record BooleanModel : ValueModel;

internal sealed record IntegerModel(bool Is64Bit) : ValueModel;

internal sealed record NumberModel : ValueModel;

/// <summary>Any JSON: what a schema without a single declared type gives.</summary>
internal sealed record JsonModel : ValueModel;

internal sealed record EnumValueModel(string TypeName, EnumModel Enum) : ValueModel;

internal sealed record ObjectValueModel(string TypeName) : ValueModel;

internal sealed record ListModel(ValueModel Item) : ValueModel;
