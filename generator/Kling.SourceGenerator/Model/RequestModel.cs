namespace Kling.SourceGenerator.Model;

/// <summary>
/// One schema file as C#: everything that the emitters know. Every record of this folder has value equality all the way down and holds only
/// strings, booleans, integers, records and <see cref="EquatableArray{T}"/>s: two equal models print the same text, and a model keeps
/// nothing of a compilation alive.
/// </summary>
internal sealed record RequestModel
{
    public required string Namespace { get; init; }

    public required bool IsPublic { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required bool IsDeprecated { get; init; }

    /// <summary>Whether the API refuses its requests.</summary>
    public bool IsRetired { get; init; }

    /// <summary>The model that replaces this one, if the schema names one.</summary>
    public ReplacementModel? ReplacedBy { get; init; }

    /// <summary>The request type itself.</summary>
    public required ObjectModel Request { get; init; }

    public required string BuilderTypeName { get; init; }

    /// <summary>The records nested in the request, in the schema's order.</summary>
    public required EquatableArray<ObjectModel> Objects { get; init; }

    public required EquatableArray<EnumModel> Enums { get; init; }

    public required EquatableArray<UnionModel> Unions { get; init; }

    /// <summary>What is checked as JSON because no C# type says enough.</summary>
    public required JsonChecksModel JsonChecks { get; init; }

    /// <summary>The schema, without insignificant white space.</summary>
    public required string SchemaJson { get; init; }
}
