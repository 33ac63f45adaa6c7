using System.Globalization;
using Kling.Benchmarks.Generator;
using Kling.Benchmarks.Results;
using Kling.Tests;

namespace Kling.Benchmarks.Jobs;

/// <summary>What durable jobs cost on both databases, and with how many tickets it grows, into the file that is checked in.</summary>
internal static class JobsCommand
{
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    public static async Task<int> WriteAsync()
    {
        if (PostgresPrograms.Folder is not { } programs)
        {
            await Console.Error.WriteLineAsync(PostgresPrograms.Missing);
            return 1;
        }

        Machine machine = Machine.Now();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("kling-jobs-");
        List<JobsLoadFigures> figures = [];
        try
        {
            await using var server = new PostgresCluster(programs);
            await server.StartAsync();
            int files = 0;
            foreach (int rows in (int[])[100, .. Sizes])
            {
                string file = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{++files}.db"));
                figures.Add(await new JobsLoad("SQLite", options => options.UseSqlite(file), rows).MeasureAsync());
                string database = await server.CreateDatabaseAsync();
                figures.Add(await new JobsLoad("PostgreSQL", options => options.UsePostgreSql(database), rows).MeasureAsync());
                Console.WriteLine(string.Join('\n', figures.TakeLast(2)));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        // The first size was the warm-up.
        string path = Path.Combine(SchemaCorpus.RepositoryRoot, "tests", "Kling.Benchmarks", "JOBS.md");
        await File.WriteAllTextAsync(path, new JobsFile(machine, [.. figures.Where(static row => row.Rows >= Sizes[0])]).Write());
        Console.WriteLine($"Written: {path}");
        return 0;
    }
}
