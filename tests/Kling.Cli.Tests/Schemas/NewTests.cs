using System.Text.Json;
using Kling.Emulator;
using Kling.Tests;

namespace Kling.Cli.Tests;

public sealed class NewTests
{
    [Fact]
    public async Task A_new_file_is_a_model_that_the_command_and_the_emulator_take()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("new", "acme-wave");
        CliResult list = await cli.RunAsync("models", "--schemas", "kling-schemas");
        CliResult run = await cli.RunAsync("run", "acme-wave", "--prompt", "A wave.", "--schemas", "kling-schemas", "--emulator", "--time-scale", "1000");

        Assert.Equal((ExitCodes.Ok, "kling-schemas/acme-wave.json\n"), (result.ExitCode, result.Out));
        Assert.Contains(DialectFile.Name, result.ErrorLines[0], StringComparison.Ordinal);
        Assert.EndsWith("--schemas kling-schemas.", Assert.Single(result.ErrorLines[1..]), StringComparison.Ordinal);
        Assert.Contains("acme-wave ", list.Out, StringComparison.Ordinal);
        Assert.Equal("", list.Error);
        Assert.True(run.ExitCode == ExitCodes.Ok, run.ToString());
    }

    [Fact]
    public async Task A_new_file_refers_to_the_description_of_the_dialect_next_to_it()
    {
        using var cli = new Cli();

        _ = await cli.RunAsync("new", "acme-wave", "--output", "models/acme-wave.json");

        string file = Path.Combine(cli.Folder, "models", "acme-wave.json");
        string reference = JsonElement.Parse(File.ReadAllText(file)).GetProperty("$schema").GetString()!;
        string dialect = File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, reference));
        Assert.Empty(new SchemaJudge(dialect).Judge(File.ReadAllText(file)));
    }

    [Fact]
    public async Task An_existing_description_of_the_dialect_is_kept()
    {
        using var cli = new Cli();
        _ = cli.Write(DialectFile.Name, "mine");

        CliResult result = await cli.RunAsync("new", "acme-wave", "--output", "acme-wave.json");

        Assert.Equal("", result.Error);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(cli.Folder, DialectFile.Name)));
    }

    [Fact]
    public async Task An_existing_file_is_kept_without_the_option_force()
    {
        using var cli = new Cli();
        _ = cli.Write("kling-schemas/acme-wave.json", "precious");

        CliResult refused = await cli.RunAsync("new", "acme-wave");
        string kept = File.ReadAllText(Path.Combine(cli.Folder, "kling-schemas", "acme-wave.json"));
        CliResult forced = await cli.RunAsync("new", "acme-wave", "--force", "--json");

        Assert.Equal((ExitCodes.Usage, "precious"), (refused.ExitCode, kept));
        Assert.Equal("error: kling-schemas/acme-wave.json already exists; nothing was written. Pass --force to overwrite it.", Assert.Single(refused.ErrorLines));
        Assert.Equal(Path.Combine(cli.Folder, "kling-schemas", "acme-wave.json"), forced.Json().GetProperty("file").GetString());
        Assert.StartsWith("{", File.ReadAllText(Path.Combine(cli.Folder, "kling-schemas", "acme-wave.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kling-1.6-text2video", true)]
    [InlineData("a", true)]
    [InlineData("7_days", true)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData("Acme-XL", true)]
    [InlineData("acme wave", false)]
    [InlineData("acme/wave", false)]
    [InlineData("acme\\wave", false)]
    [InlineData("..", false)]
    [InlineData("-acme", false)]
    [InlineData("acme.", false)]
    [InlineData("acme.schema", false)]
    [InlineData("con", false)]
    [InlineData("Aux", false)]
    [InlineData("nul.wave", false)]
    [InlineData("café", false)]
    [InlineData("wave\n", false)]
    public async Task A_slug_must_be_valid_in_a_URL_and_as_a_file_name(string slug, bool isSlug)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("new", slug, "--output", "x.json");

        Assert.Equal(isSlug ? ExitCodes.Ok : ExitCodes.Usage, result.ExitCode);
        Assert.Equal(isSlug, File.Exists(Path.Combine(cli.Folder, "x.json")));
        Assert.Equal(isSlug ? [slug] : [], SchemaFolder.Load(cli.Folder).Models.Select(static model => model.Slug));
    }

    [Fact]
    public async Task New_and_imported_files_compile_in_a_user_project_without_a_warning()
    {
        using var cli = new Cli();
        using var project = new CopiedProject("Acme");
        string folder = Path.GetDirectoryName(project.ProjectFile)!;
        _ = await cli.RunAsync("new", "house-wave", "--output", Path.Combine(folder, "house-wave.json"));
        _ = await cli.RunAsync("import", cli.Write("page.txt", TestPage.Spaced), "--output", Path.Combine(folder, "acme-wave.json"));
        _ = await cli.RunAsync("import", cli.Write("cut.txt", TestPage.With("Hard light\"hard\"", "+1 more")), "--slug", "cut-wave", "--output", Path.Combine(folder, "cut-wave.json"));
        await File.WriteAllTextAsync(
            project.PathOf("Use.cs"),
            """
            namespace Acme;

            internal static class Use
            {
                public static object[] Requests =>
                [
                    new Models.HouseWaveRequest { Prompt = "A wave." },
                    new Models.AcmeWaveRequest { Prompt = "A wave.", Style = Models.AcmeWaveStyle.HardLight },
                    new Models.CutWaveRequest { Prompt = "A wave.", Style = "any" },
                ];
            }
            """,
            TestContext.Current.CancellationToken);

        (int exitCode, string output) = await project.RunAsync("build", TestContext.Current.CancellationToken);

        Assert.True(exitCode == 0, output);
        Assert.Contains("0 Warning(s)", output, StringComparison.Ordinal);
    }
}
