namespace Kling.SourceGenerator.Model;

/// <summary>A value that is one of several types.</summary>
internal sealed record UnionModel
{
    public required string TypeName { get; init; }

    public required string Description { get; init; }

    public required EquatableArray<UnionCaseModel> Cases { get; init; }
}

/// <param name="Name">What the case is called: <c>String</c> gives <c>TryGetString</c>.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Check">The method that checks whether JSON is this case.</param>
internal sealed record UnionCaseModel(string Name, ValueModel Value, string Check);
