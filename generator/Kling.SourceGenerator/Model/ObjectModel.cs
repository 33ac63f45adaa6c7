namespace Kling.SourceGenerator.Model;

/// <summary>A JSON object as a record.</summary>
internal sealed record ObjectModel
{
    public required string TypeName { get; init; }

    public required string Description { get; init; }

    /// <summary>The members, in the schema's order.</summary>
    public required EquatableArray<PropertyModel> Properties { get; init; }

    /// <summary>Whether the schema allows members that it does not declare.</summary>
    public required bool AllowsAdditional { get; init; }
}
