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
