namespace Kling.SourceGenerator.Model;

/// <summary>A JSON object as a record.</summary>
internal sealed record ObjectModel
{
    public required string TypeName { get; init; }

    public required string Description { get; init; }

    /// <summary>The members, in the schema's order.</summary>
    public required EquatableArray<PropertyModel> Properties { get; init; }

    /// <summary>The method that checks the record as JSON, if typed checks cannot check all constraints; empty otherwise.</summary>
    public string JsonCheck { get; init; } = "";

    /// <summary>Members that another member asks for.</summary>
    public EquatableArray<DependentModel> Dependents { get; init; }

    /// <summary>Texts that name items of lists.</summary>
    public EquatableArray<ReferenceModel> References { get; init; }

    /// <summary>The least number of members, or an empty text.</summary>
    public string MinProperties { get; init; } = "";

    /// <summary>The greatest number of members, or an empty text.</summary>
    public string MaxProperties { get; init; } = "";

    /// <summary>Whether the schema allows members that it does not declare.</summary>
    public required bool AllowsAdditional { get; init; }

    /// <summary>The JSON name of the member with a C# name.</summary>
    public string WireName(string name) => Properties.First(property => property.Name == name).WireName;
}
