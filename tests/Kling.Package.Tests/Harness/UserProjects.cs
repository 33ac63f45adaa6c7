using System.Globalization;

namespace Kling.Package.Tests;

/// <summary>The projects of <c>Consumers</c>, copied to where nothing knows of the checkout, and built there at one go.</summary>
public sealed class UserProjects(Packages packages) : IAsyncLifetime
{
    /// <summary>How many schema files the project of many has.</summary>
    public const int Many = 50;

    private readonly string _folder = Path.Combine(packages.Users, "projects");

    public string Version => packages.Version;

    internal DotnetRun Build { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Copy(Path.Combine(AppContext.BaseDirectory, "Consumers"), _folder);
        string clip = await File.ReadAllTextAsync(PathOf("Library", "kling-schemas", "library-clip.json"));
        Directory.CreateDirectory(PathOf("Fifty", "kling-schemas"));
        foreach (string slug in Enumerable.Range(1, Many).Select(static number => string.Create(CultureInfo.InvariantCulture, $"clip-{number}")))
        {
            await File.WriteAllTextAsync(PathOf("Fifty", "kling-schemas", slug + ".json"), clip);
        }

        await NewFromTemplatesAsync();
        Build = await MsbuildAsync("BuildAll", TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public string PathOf(params ReadOnlySpan<string> path) => Path.Combine([_folder, .. path]);

    /// <summary>Runs what was built of a project.</summary>
    internal Task<DotnetRun> RunAsync(string project, string framework, params IEnumerable<string> arguments) =>
        DotnetRun.OfAsync(_folder, [PathOf(project, "bin", "Debug", framework, project + ".dll"), .. arguments], TestContext.Current.CancellationToken);

    /// <summary>Runs MSBuild on one target of all projects.</summary>
    internal Task<DotnetRun> MsbuildAsync(string target, CancellationToken cancellationToken) => DotnetRun.OfAsync(
        _folder, ["msbuild", "consumers.proj", $"-t:{target}", "-m", "-v:q", "-nologo", "-clp:NoSummary", $"-p:KlingVersion={packages.Version}"], cancellationToken);

    /// <summary>Makes a project of each template, and a schema file, in a folder of the same name.</summary>
    private async Task NewFromTemplatesAsync()
    {
        // Templates are installed for a user; those of this run are nobody's.
        string[] hive = ["--debug:custom-hive", Path.Combine(packages.Users, "templates")];
        string package = Path.Combine(packages.Feed, $"Kling.Templates.{packages.Version}.nupkg");
        await NewAsync(_folder, "install", package);
        foreach (string template in (string[])["kling-console", "kling-api", "kling-worker"])
        {
            await NewAsync(_folder, template, "--name", Name(template));
        }

        await NewAsync(PathOf(Name("kling-console")), "kling-schema", "--name", "acme-clip");

        async Task NewAsync(string folder, params string[] arguments) =>
            (await DotnetRun.OfAsync(folder, ["new", .. arguments, .. hive], TestContext.Current.CancellationToken)).Succeeded();
    }

    /// <summary>The name of the project that is made of a template: <c>KlingConsole</c>.</summary>
    internal static string Name(string template) => string.Concat(template.Split('-').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
