namespace Kling.SourceGenerator;

/// <summary>The names of the pipeline's steps, for tests that watch what runs again.</summary>
internal static class TrackingNames
{
    public const string Project = nameof(Project);
    public const string Files = nameof(Files);
    public const string Sources = nameof(Sources);
    public const string Results = nameof(Results);
    public const string Catalogue = nameof(Catalogue);
    public const string Models = nameof(Models);
}
