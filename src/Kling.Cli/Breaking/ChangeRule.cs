namespace Kling.Cli;

/// <summary>A kind of change between two versions of a schema file.</summary>
/// <param name="Id">The name, in lower case with hyphens. It does not change between versions of the command.</param>
/// <param name="Class">What the change affects.</param>
/// <param name="IsBreaking">Whether callers may have to change something.</param>
/// <param name="Description">What the change is, in a sentence.</param>
internal sealed record ChangeRule(string Id, ChangeClass Class, bool IsBreaking, string Description)
{
    /// <summary>The class as the output names it.</summary>
    public string ClassName => Class.ToString().ToLowerInvariant();
}
