using Kling.Package.Tests;

[assembly: AssemblyFixture(typeof(Packages))]

namespace Kling.Package.Tests;

/// <summary>
/// The packages of this checkout, packed once for all tests into a temporary folder, under a version of their own:
/// restores and compiler servers keep what they have seen.
/// </summary>
public sealed class Packages : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kling-packages-");

    /// <summary>Every package, as they are published together.</summary>
    public string Feed => Path.Combine(_folder.FullName, "feed");

    /// <summary>The runtime as the next minor version, as <c>dotnet pack</c> packs it without a build.</summary>
    public string NextFeed => Path.Combine(_folder.FullName, "next");

    /// <summary>A folder for users' projects. Its <c>nuget.config</c> names the feed, the machine's the other sources.</summary>
    public string Users => Path.Combine(_folder.FullName, "users");

    public string Version { get; private set; } = "";

    public string NextVersion { get; private set; } = "";

    internal IEnumerable<PackageFile> All => Directory.EnumerateFiles(_folder.FullName, "*.*nupkg", SearchOption.AllDirectories)
        .Where(file => !file.StartsWith(Users, StringComparison.Ordinal))
        .Select(static file => new PackageFile(file));

    public async ValueTask InitializeAsync()
    {
        DotnetRun pack = await DotnetRun.OfAsync(
            Checkout.Root,
            ["msbuild", Path.Combine(Checkout.Tests, "Packing", "pack.proj"), "-t:PackAll", "-m", "-v:q", "-nologo", $"-p:Configuration={Checkout.Configuration}", $"-p:Stamp={BuildServers.Run}", $"-p:Folder={_folder.FullName}/"],
            TestContext.Current.CancellationToken);
        pack.Succeeded();
        Version = Read(Feed, "Kling.Generated").Version;
        NextVersion = Read(NextFeed, "Kling.Generated").Version;
        NextBuild.Write(Assert.Single(Directory.EnumerateFiles(NextFeed, "*.nupkg")), System.Version.Parse(NextVersion));
        Directory.CreateDirectory(Users);
        await File.WriteAllTextAsync(Path.Combine(Users, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
    }

    /// <summary>Removes the packages, and what restores unpacked of them.</summary>
    public async ValueTask DisposeAsync()
    {
        await BuildServers.StopAsync();
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        if (Directory.Exists(cache))
        {
            foreach (string unpacked in Directory.EnumerateDirectories(cache, "kling.*").SelectMany(id => new[] { Version, NextVersion }.Select(version => Path.Combine(id, version))).Where(Directory.Exists))
            {
                Directory.Delete(unpacked, recursive: true);
            }
        }

        _folder.Delete(recursive: true);
    }

    internal static PackageFile Read(string feed, string id, string ending = "nupkg") =>
        new(Directory.EnumerateFiles(feed, $"{id}.*.{ending}").Single(file => char.IsAsciiDigit(Path.GetFileName(file)[id.Length + 1])));
}
