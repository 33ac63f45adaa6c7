using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Kling.Package.Tests;

/// <summary>Projects that install the packages and know nothing of this repository.</summary>
[Collection("Users' projects")]
public sealed class ConsumerTests(UserProjects projects)
{
    private static readonly string[] Shipped = [.. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "schemas"), "*.json")
        .Where(static file => !file.EndsWith(".schema.json", StringComparison.Ordinal))
        .Select(static file => Path.GetFileNameWithoutExtension(file))
        .Order(StringComparer.Ordinal)];

    [Fact]
    public async Task A_console_project_for_NET_8_lists_the_models_and_runs_a_job_against_the_emulator_on_a_newer_runtime()
    {
        Assert.Empty(projects.Build.ProblemsOf("ConsoleApp"));
        string video = projects.PathOf("ConsoleApp", "eagle.mp4");

        string[] lines = Lines(await projects.RunAsync("ConsoleApp", "net8.0", video));

        Assert.Equal(Job(Environment.Version.Major), lines);
        Assert.True(new FileInfo(video).Length > 1000);
    }

    [Fact]
    public async Task The_same_console_project_does_the_same_on_NET_8_itself()
    {
        DotnetRun build = await projects.MsbuildAsync("BuildWithRuntime", TestContext.Current.CancellationToken);
        Assert.SkipWhen(build.Output.Contains("NU110", StringComparison.Ordinal), "The runtime of .NET 8 does not restore on this machine.");
        Assert.Equal("", build.Succeeded().Output);

        string program = Assert.Single(Directory.EnumerateFiles(projects.PathOf("ConsoleApp", "bin", "Debug", "net8.0"), "ConsoleApp.dll", SearchOption.AllDirectories), static file => File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "System.Private.CoreLib.dll")));
        DotnetRun run = await DotnetRun.OfAsync(
            projects.PathOf(), Path.ChangeExtension(program, OperatingSystem.IsWindows() ? "exe" : null), [projects.PathOf("ConsoleApp", "eagle-8.mp4")], [], TestContext.Current.CancellationToken);

        Assert.Equal(Job(8), Lines(run));
    }

    [Fact]
    public async Task An_application_uses_the_types_of_a_library_and_does_not_generate_them_again()
    {
        Assert.Empty(projects.Build.ProblemsOf("Library"));
        Assert.Empty(projects.Build.ProblemsOf("App"));

        string[] lines = Lines(await projects.RunAsync("App", "net10.0"));

        Assert.Equal("""{"prompt":"A clip.","seconds":7}""", lines[0]);
        Assert.Equal("""{"prompt":"An eagle.","duration":"10"}""", lines[1]);
        Assert.Equal(["library-clip Library", .. Shipped.Select(static slug => slug + " Kling.Generated")], lines[2..^1]);
        Assert.Equal("made here: 0", lines[^1]);
    }

    [Fact]
    public async Task Schema_files_are_found_by_folder_and_name_and_follow_the_metadata_of_the_project()
    {
        Assert.Empty(projects.Build.ProblemsOf("OwnSchema"));

        string[] lines = Lines(await projects.RunAsync("OwnSchema", "net10.0"));

        Assert.Equal("acme-clip-2 poster trailer twice", lines[^2]);
        Assert.Equal("AgainRequest PosterRequest PreviewRequest", lines[^1]);
    }

    [Fact]
    public async Task Every_schema_item_becomes_a_type_wherever_it_is_declared()
    {
        Assert.Empty(projects.Build.ProblemsOf("Items"));
        string[] expected = ["early: EarlyRequest", "from-targets: FromTargetsRequest", "last: LastRequest", "late;1: LateRequest", "named: NamedRequest", "plain: PlainRequest", "updated: RenamedRequest"];

        Assert.Equal(expected, Lines(await projects.RunAsync("Items", "net10.0")));

        // An item goes, and no file is newer than before: the project is compiled again all the same.
        DotnetRun build = await DotnetRun.OfAsync(
            projects.PathOf("Items"), ["build", "--no-restore", "-v:q", "-p:Fewer=true", $"-p:KlingVersion={projects.Version}"], TestContext.Current.CancellationToken);
        build.Succeeded();
        Assert.Equal(expected.Where(static line => !line.StartsWith("last:", StringComparison.Ordinal)), Lines(await projects.RunAsync("Items", "net10.0")));
    }

    [Fact]
    public void A_web_project_publishes_and_packs_no_schema_file_by_default()
    {
        Assert.Empty(projects.Build.ProblemsOf("Published"));
        string folder = projects.PathOf("Published", "out", "published");
        PackageFile package = new(Assert.Single(Directory.EnumerateFiles(projects.PathOf("Published", "out", "packed"), "*.nupkg")));

        Assert.Equal(["copied.json", "published.json"], Files(Path.Combine(folder, "kling-schemas")));
        Assert.Equal(["data.json"], Files(Path.Combine(folder, "models")));
        Assert.False(File.Exists(Path.Combine(folder, "deep.kling.json")));
        Assert.Equal(
            ["content/kling-schemas/packed.json", "content/kling-schemas/published.json", "content/models/data.json"],
            package.Files.Where(static file => file.StartsWith("content/", StringComparison.Ordinal) && file.EndsWith(".json", StringComparison.Ordinal)));

        static IEnumerable<string?> Files(string folder) => Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_project_may_have_many_schema_files()
    {
        Assert.Empty(projects.Build.ProblemsOf("Fifty"));

        Assert.Equal([$"{UserProjects.Many}", """{"prompt":"The last of them."}"""], Lines(await projects.RunAsync("Fifty", "net10.0")));
    }

    [Fact]
    public void Generated_types_are_internal_if_the_project_says_so()
    {
        Assert.Empty(projects.Build.ProblemsOf("InternalTypes"));
        using var assembly = new PEReader(File.OpenRead(projects.PathOf("InternalTypes", "bin", "Debug", "net8.0", "InternalTypes.dll")));
        MetadataReader reader = assembly.GetMetadataReader();
        TypeDefinition[] types = [.. reader.TypeDefinitions.Select(reader.GetTypeDefinition)];

        Assert.Equal(["Catalogue"], types
            .Where(static type => (type.Attributes & System.Reflection.TypeAttributes.VisibilityMask) is System.Reflection.TypeAttributes.Public)
            .Select(type => reader.GetString(type.Name)));
        Assert.Contains("FeatureModelRequest", types.Select(type => reader.GetString(type.Name)));
    }

    [Fact]
    public void Generated_code_passes_every_rule_of_the_SDK() => Assert.Empty(projects.Build.ProblemsOf("Strict"));

    [Fact]
    public async Task An_F_sharp_project_uses_the_library()
    {
        Assert.SkipWhen(projects.Build.ProblemsOf("FSharpApp").Any(static line => line.Contains("NU1101", StringComparison.Ordinal) || line.Contains("NU1102", StringComparison.Ordinal)), "FSharp.Core does not restore on this machine.");
        Assert.Empty(projects.Build.ProblemsOf("FSharpApp", butFor: "KLING304"));

        Assert.Equal(
            ["""{"prompt":"An eagle.","duration":"10"}""", "/cfg_scale: 7 is more than the maximum of 1."],
            Lines(await projects.RunAsync("FSharpApp", "net10.0")));
    }

    [Theory]
    [InlineData("Refused", "KLING301", "The schema file 'no-such-file.json' does not exist, or is a folder.")]
    [InlineData("Refused", "KLING302", "The property KlingAccessibility is 'private'. It must be 'public' or 'internal'.")]
    [InlineData("Refused", "KLING302", "The property KlingNamespace is 'Acme;Models'. It must be a C# namespace, for example 'Acme.Models'.")]
    [InlineData("Refused", "KLING303", "The namespace 'Kling.Models' contains the models that Kling.Generated brings.")]
    [InlineData("FSharpApp", "KLING304", "Schema files become types in C# projects only.")]
    [InlineData("Refused", "KLING305", "Schema files need the compiler 4.8 or newer: .NET SDK 8.0.100, Visual Studio 2022 17.8. This build has the compiler 4.7")]
    [InlineData("Refused", "KLING306", "The compiler is not given the generator")]
    [InlineData("Refused", "KLING307", "The compiler is not given Kling.Generated.dll, so no type is generated from the schema files.")]
    [InlineData("Refused", "KLING308", "Mistake.cs : error KLING308: The KlingSchema item of this file was added or changed after the compiler had been given the schema files")]
    [InlineData("Refused", "KLING310", "library-clip.json(1,1): error KLING310: The metadata KlingTypeName of this file's KlingSchema item is 'acme;clip'")]
    [InlineData("Refused", "KLING007", "this project is compiled as C# 11")]
    [InlineData("Refused", "KLING102", "12 is too large for 'Seconds': the value must be at most 9")]
    public void Every_mistake_of_a_project_is_reported_once(string project, string id, string text)
    {
        Assert.Single(projects.Build.ProblemsOf(project), line => line.Contains($" {id}: ", StringComparison.Ordinal) && line.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Looking_for_schema_files_can_be_switched_off()
    {
        DotnetRun on = await ItemsAsync("true");
        DotnetRun off = await ItemsAsync("false");

        Assert.Contains("trailer.kling.json", on.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("trailer.kling.json", off.Output, StringComparison.Ordinal);
        Assert.Contains("clip.json", off.Output, StringComparison.Ordinal);
    }

    /// <summary>What the console project prints.</summary>
    private static string[] Job(int runtime) =>
    [
        $".NET {runtime}", .. Shipped, "1 submit", "65519 0",
        "1 is not an absolute URI (RFC 3986). It has 65520 characters; the maximum is 65519. Upload a file with client.Files instead of sending a data URL.",
    ];

    private async Task<DotnetRun> ItemsAsync(string enabled) => (await DotnetRun.OfAsync(
        projects.PathOf("OwnSchema"), ["msbuild", "-getItem:KlingSchema", $"-p:EnableDefaultKlingSchemaItems={enabled}"], TestContext.Current.CancellationToken)).Succeeded();

    private static string[] Lines(DotnetRun run) => run.Succeeded().Output.TrimEnd('\n').Split('\n');
}
