using NJsonSchema;

namespace Kling.Benchmarks.Generator;

/// <summary>Runs both sides over all files until the just-in-time compiler has done its best, so that the first file is measured like the last.</summary>
internal static class WarmUp
{
    private static readonly Lazy<bool> Done = new(static () =>
    {
        const int Rounds = 250;
        var project = new GeneratedProject(SchemaCorpus.Copies(SchemaCorpus.Files.Count));
        for (int round = 0; round < Rounds; round++)
        {
            _ = project.Run();
            foreach (string text in SchemaCorpus.FilesOfBoth.Select(static file => file.Text!))
            {
                _ = JsonSchema.FromJsonAsync(text).GetAwaiter().GetResult();
            }
        }

        return true;
    });

    public static void Once() => _ = Done.Value;
}
