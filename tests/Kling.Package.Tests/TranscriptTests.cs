using System.Text;
using System.Text.RegularExpressions;

namespace Kling.Package.Tests;

/// <summary>
/// The transcript on the page of Kling.Generated is what a shell shows: a new project, the packages from a local feed, a schema file, a run
/// against the emulator. <c>KLING_APPROVE=1</c> writes it into the page.
/// </summary>
public sealed partial class TranscriptTests(Packages packages)
{
    private const string Schema = """
        {
          "title": "Acme clip",
          "type": "object",
          "properties": {
            "prompt": { "type": "string", "maxLength": 200 },
            "seconds": { "type": "integer", "minimum": 1, "maximum": 9, "default": 5 }
          },
          "required": ["prompt"]
        }

        """;

    private const string Program = """
        using Kling;
        using Kling.Emulator;
        using Studio.Models;

        using var emulator = new SegmindEmulator(KlingModels.All, new SegmindEmulatorOptions { TimeScale = 100 });
        using KlingClient client = emulator.CreateClient();

        var request = new AcmeClipRequest { Prompt = "A paper boat.", Seconds = 7 };
        KlingResult result = await client.RunAsync(request);
        await result.Video!.SaveAsync("boat.mp4");
        Console.WriteLine($"{request} -> boat.mp4, {new FileInfo("boat.mp4").Length} bytes");

        """;

    private static readonly string Readme = Path.Combine(Checkout.Root, "src", "Kling.Generated", "README.md");

    private readonly StringBuilder _transcript = new();

    [Fact]
    public async Task The_transcript_in_the_README_is_the_output_of_its_commands()
    {
        string parent = Directory.CreateDirectory(Path.Combine(packages.Users, "transcript")).FullName;
        string folder = Path.Combine(parent, "Studio");
        await ShellAsync(parent, "dotnet new console --name Studio");
        _ = _transcript.Append("$ cd Studio\n");
        await ShellAsync(folder, "dotnet add package Kling.Generated");
        await ShellAsync(folder, "dotnet add package Kling.Emulator");
        await FileAsync(folder, "kling-schemas/acme-clip.json", Schema);
        await FileAsync(folder, "Program.cs", Program);
        await ShellAsync(folder, "dotnet build");
        await ShellAsync(folder, "dotnet run");

        await CompareAsync($"\n```console\n{_transcript}```\n");
    }

    private static async Task CompareAsync(string block)
    {
        string readme = (await File.ReadAllTextAsync(Readme, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        Group stated = Marked().Match(readme).Groups["block"];
        if (Environment.GetEnvironmentVariable(Approved.Variable) == "1")
        {
            await File.WriteAllTextAsync(Readme, readme[..stated.Index] + block + readme[(stated.Index + stated.Length)..], TestContext.Current.CancellationToken);
            return;
        }

        Assert.Equal(block, stated.Value);
    }

    /// <summary>Runs a command, and shows of what it printed the lines that tell a reader something.</summary>
    private async Task ShellAsync(string folder, string command)
    {
        DotnetRun run = await DotnetRun.OfAsync(folder, command.Split(' ')[1..], TestContext.Current.CancellationToken);
        IEnumerable<string> shown = run.Succeeded().Output
            .Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
            .Replace(packages.Version, packages.Version[..packages.Version.LastIndexOf('.')], StringComparison.Ordinal)
            .Split('\n')
            .Where(static line => Telling().IsMatch(line));
        _ = _transcript.Append("$ ").Append(command).Append('\n').AppendJoin("", shown.Select(static line => line.Trim() + "\n"));
    }

    private async Task FileAsync(string folder, string name, string text)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        _ = _transcript.Append("$ cat ").Append(name).Append('\n').Append(text);
    }

    [GeneratedRegex("(?<=<!-- transcript -->)(?<block>.*)(?=<!-- /transcript -->)", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex("^The template |PackageReference for package .* added|^Build succeeded|(Warning|Error)\\(s\\)|boat\\.mp4")]
    private static partial Regex Telling();
}
