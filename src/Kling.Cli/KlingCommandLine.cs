using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;

namespace Kling.Cli;

/// <summary>The command <c>kling</c>: parses, runs, and turns whatever goes wrong into one line and an exit code.</summary>
internal static class KlingCommandLine
{
    /// <summary>
    /// A prompt may begin with '@' (<c>@Element1 walks …</c>), which is no response file here; and options have long names, so that
    /// single letters are never read as a bundle.
    /// </summary>
    public static ParserConfiguration Parsing { get; } = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CliHost host, CancellationToken cancellationToken = default)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        (string[] folders, bool json, string? untyped) = GlobalOptions.Scan(args);
        var screen = new Screen(host, json);
        try
        {
            var catalogue = ModelCatalogue.Load(folders, host, screen);
            catalogue = untyped is null ? catalogue : catalogue.WithUntyped(untyped);
            ParseResult parse = Build(args, catalogue, host, screen).Parse(args, Parsing);
            if (parse.Action is ParseErrorAction)
            {
                throw UsageErrors.Of(parse, catalogue);
            }

            using var help = new StringWriter();
            var invocation = new InvocationConfiguration
            {
                Output = help,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            int exitCode = await parse.InvokeAsync(invocation, cancellationToken);
            screen.Help(help.ToString());
            return screen.End(exitCode);
        }
#pragma warning disable CA1031 // A stack trace does not help on a command line: every error ends as a line and an exit code.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return screen.Fail(Failures.Of(e));
        }
    }

    private static RootCommand Build(IReadOnlyList<string> args, ModelCatalogue catalogue, CliHost host, Screen screen)
    {
        // A command that is not named needs no models, which have some hundred options each.
        IReadOnlyList<KlingModel> Models(string command) =>
            args.Any(arg => arg.Contains(command, StringComparison.Ordinal)) ? catalogue.Models : [];

        var root = new RootCommand(
            $"""
            Makes videos with Kling models: lists the models, checks requests against their schemas, runs jobs.

            The API key is read from the environment variable {CliHost.ApiKeyVariable}. Without one, everything can be tried
            against the built-in emulator: 'kling demo', or 'kling run <slug> --emulator'.

            {ExitCodes.Help}
            """
        )
        {
            new DemoCommand(catalogue, host, screen),
            new EmulatorCommand(catalogue, host, screen),
            new ModelsCommand(catalogue, screen),
            new PerModelCommand(
                "run",
                "Runs one job and saves its result.",
                Models("run"),
                model => new RunModelCommand(model, catalogue, host, screen)
            ),
            new PerModelCommand(
                "estimate",
                "Estimates the cost of one job. Nothing is sent and no key is needed.",
                Models("estimate"),
                model => new EstimateModelCommand(model, host, screen)
            ),
            new StatusCommand(host, screen),
            new PerModelCommand(
                "submit",
                "Submits one job and prints its token, to wait for it later.",
                Models("submit"),
                model => new SubmitModelCommand(model, host, screen)
            ),
            new JobsCommand(Models(JobsCommand.CommandName), catalogue, host, screen),
            new UploadCommand(host, screen),
            new ValidateCommand(catalogue, host, screen),
            new WaitCommand(catalogue, host, screen),
            new CreditsCommand(host, screen),
            new HistoryCommand(host, screen),
            new NewCommand(host, screen),
            new ImportCommand(host, screen),
            new DiffCommand(host, screen),
            new SyncCommand(catalogue, host, screen),
            new BreakingCommand(host, screen),
            new McpCommand(catalogue, host, screen),
            new StudioCommand(catalogue, host, screen),
        };
        GlobalOptions.AddTo(root);
        return root;
    }
}
