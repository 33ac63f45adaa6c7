namespace Kling.SourceGenerator.Tests.Suite;

/// <summary>One test of the suite.</summary>
/// <param name="File">The keyword's file, without its ending.</param>
/// <param name="Group">The group's place in the file, from 0.</param>
/// <param name="Description">What is tested.</param>
/// <param name="Json">The request: the instance as the parameter <c>value</c>.</param>
/// <param name="IsValid">Whether the specification accepts it.</param>
internal sealed record SuiteCase(string File, int Group, string Description, string Json, bool IsValid)
{
    /// <summary>The slug of the model that the group's schema became.</summary>
    public string Slug => SuiteGroup.SlugOf(File, Group);

    public override string ToString() => $"{File}[{Group}] {Description}: {Json}";
}
