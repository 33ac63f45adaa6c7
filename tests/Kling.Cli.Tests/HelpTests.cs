using System.Globalization;
using System.Reflection;

namespace Kling.Cli.Tests;

public sealed class HelpTests
{
    [Fact]
    public async Task The_help_documents_every_exit_code()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("--help");

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        FieldInfo[] codes = [.. typeof(ExitCodes).GetFields().Where(static field => field.FieldType == typeof(int))];
        Assert.Equal(15, codes.Length);
        Assert.All(codes, code => Assert.Matches($@"(?m)^\s+{((int)code.GetRawConstantValue()!).ToString(CultureInfo.InvariantCulture)}  \w", result.Out));
    }

    [Fact]
    public async Task The_help_lists_the_commands_in_groups()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("-h");

        string[] lines = result.Out[result.Out.IndexOf("Run:\n", StringComparison.Ordinal)..].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string list = string.Join(' ', lines.Select(static line => line.TrimStart().Split(' ')[0]));
        Assert.Equal(
            "Run: demo models run estimate validate upload credits Jobs: submit status wait jobs history "
            + "Schemas: new import diff sync breaking Serve: studio emulator mcp Shell: completion",
            list);
        Assert.DoesNotContain("Commands:", result.Out, StringComparison.Ordinal);
        Assert.Contains("Commands:", (await cli.RunAsync("jobs", "--help")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_is_in_the_help()
    {
        using var cli = new Cli();

        CliResult all = await cli.RunAsync("[suggest:6]", "kling ");
        CliResult help = await cli.RunAsync("--help");

        string[] names = [.. all.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split('\t')[0])];
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Matches($"(?m)^  {name} ", help.Out));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false, "--json")]
    [InlineData(true, "history")]
    [InlineData(true, "run", "kling-o3-text2video", "--prompt", "x")]
    [InlineData(false, "run", "kling-o3-text2video", "--prompt", "x", "--json")]
    [InlineData(false, "modls")]
    public async Task A_terminal_is_told_how_to_start(bool isTold, params string[] args)
    {
        using var terminal = new Cli { ErrorIsTerminal = true };
        using var script = new Cli();

        CliResult shown = await terminal.RunAsync(args);
        CliResult piped = await script.RunAsync(args);

        string[] hints = [.. shown.ErrorLines.Except(piped.ErrorLines)];
        Assert.Equal(shown.ExitCode, piped.ExitCode);
        Assert.Equal(isTold ? 2 : 0, hints.Length);
        if (isTold)
        {
            Assert.Matches("'kling demo'.*'kling studio'", hints[0]);
            Assert.Matches("https://www.segmind.com.*SEGMIND_API_KEY", hints[1]);
        }
    }

    [Fact]
    public async Task The_help_of_a_model_has_an_option_for_each_parameter()
    {
        using var cli = new Cli();
        foreach (KlingModel model in Cli.Shipped)
        {
            CliResult result = await cli.RunAsync("run", model.Slug, "--help");

            Assert.All(model.Parameters, parameter => Assert.Contains("--" + parameter.Name.Replace('_', '-'), result.Out, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_parameter_whose_name_clashes_with_an_option_has_no_option()
    {
        using var cli = new Cli();
        _ = cli.Write($"mine/{TestSchema.Slug}.json", TestSchema.Json);

        CliResult result = await cli.RunAsync("run", TestSchema.Slug, "--help", "--schemas", "mine");

        Assert.Contains("--input <file>", result.Out, StringComparison.Ordinal);
        Assert.Contains("--whole-number, --whole_number <integer>", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("--output <string[]>", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_names_no_model()
    {
        string source = Path.Combine(Cli.RepositoryRoot, "src", "Kling.Cli");
        string[] files = [.. Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories).Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))];

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotContain(Cli.Shipped, model => File.ReadAllText(file).Contains(model.Slug, StringComparison.OrdinalIgnoreCase)));
    }
}
