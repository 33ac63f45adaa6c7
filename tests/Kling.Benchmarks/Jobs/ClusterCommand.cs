using Kling.Benchmarks.Generator;
using Kling.Benchmarks.Results;
using Kling.Tests;
using Kling.Tests.Jobs;

namespace Kling.Benchmarks.Jobs;

/// <summary>A cluster of workers that are killed, into the file that is checked in.</summary>
internal static class ClusterCommand
{
    private const int Tickets = 1_000;
    private const int Kills = 9;

    /// <returns>0 if nothing went wrong.</returns>
    public static async Task<int> WriteAsync()
    {
        if (PostgresPrograms.Folder is not { } programs)
        {
            await Console.Error.WriteLineAsync(PostgresPrograms.Missing);
            return 1;
        }

        Machine machine = Machine.Now();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("kling-cluster-");
        ClusterFigures figures;
        try
        {
            await using var server = new PostgresCluster(programs);
            await server.StartAsync();
            string database = await server.CreateDatabaseAsync();
            figures = await new ClusterRun(Tickets, Kills, database, RestartAsync, folder.FullName).RunAsync(CancellationToken.None);

            async Task RestartAsync()
            {
                await server.StopAsync(immediate: true);
                await server.StartAsync();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Console.WriteLine(string.Join('\n', [figures.ToString(), .. figures.Wrong]));
        string path = Path.Combine(SchemaCorpus.RepositoryRoot, "tests", "Kling.Benchmarks", "JOBS-CLUSTER.md");
        await File.WriteAllTextAsync(path, new ClusterFile(machine, figures).Write());
        Console.WriteLine($"Written: {path}");
        return figures.Wrong.Count == 0 && figures.Posts == Tickets ? 0 : 1;
    }
}
