namespace Kling.SourceGenerator.Binding.Review;

/// <summary>Where a schema is in its file.</summary>
/// <param name="IsRoot">Whether it is the model's.</param>
/// <param name="IsDefinition">Whether a reference names it.</param>
/// <param name="IsInPlace">Whether it holds for the value of the schema around it, not for a value of its own.</param>
/// <param name="Property">The property that it describes, or <see langword="null"/>.</param>
internal readonly record struct SchemaPlace(bool IsRoot = false, bool IsDefinition = false, bool IsInPlace = false, string? Property = null)
{
    /// <summary>Whether something is named after it in C#.</summary>
    public bool HasName => IsRoot || IsDefinition || Property is not null;
}
