using System.CommandLine;
using System.CommandLine.Help;
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
        if (TypedLine.Of(args) is { } line)
        {
            return Complete(line, host);
        }

        (string[] folders, bool json, string? untyped) = GlobalOptions.Scan(args);
        var screen = new Screen(host, json);
        try
        {
            ModelCatalogue catalogue = Load(folders, untyped, host, screen);
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

    /// <summary>Prints what a shell may offer for the end of a line. A line with mistakes has no completions.</summary>
    private static int Complete(TypedLine line, CliHost host)
    {
        host = host with { Error = TextWriter.Null };
        var screen = new Screen(host, json: false);
        try
        {
            (string[] folders, _, string? untyped) = GlobalOptions.Scan(line.Words);
            ModelCatalogue catalogue = Load(folders, untyped, host, screen);
            screen.Completions(Completions.Of(Build(line.Words, catalogue, host, screen), line, catalogue));
            return ExitCodes.Ok;
        }
        catch (Exception e) when (e is CliFailure or IOException or UnauthorizedAccessException)
        {
            return ExitCodes.Usage;
        }
    }

    private static ModelCatalogue Load(string[] folders, string? untyped, CliHost host, Screen screen)
    {
        var catalogue = ModelCatalogue.Load(folders, host, screen);
        return untyped is null ? catalogue : catalogue.WithUntyped(untyped);
    }

    private static RootCommand Build(IReadOnlyList<string> args, ModelCatalogue catalogue, CliHost host, Screen screen)
    {
        // A command that is not named needs no models, which have some hundred options each.
        IReadOnlyList<KlingModel> Models(string command) =>
            args.Any(arg => arg.Contains(command, StringComparison.Ordinal)) ? catalogue.Models : [];

        (string Heading, Command[] Commands)[] groups =
        [
            (
                "Run",
                [
                    new DemoCommand(catalogue, host, screen),
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
                    new ValidateCommand(catalogue, host, screen),
                    new UploadCommand(host, screen),
                    new CreditsCommand(host, screen),
                ]
            ),
            (
                "Jobs",
                [
                    new PerModelCommand(
                        "submit",
                        "Submits one job and prints its token, to wait for it later.",
                        Models("submit"),
                        model => new SubmitModelCommand(model, host, screen)
                    ),
                    new StatusCommand(host, screen),
                    new WaitCommand(catalogue, host, screen),
                    new JobsCommand(Models(JobsCommand.CommandName), catalogue, host, screen),
                    new HistoryCommand(host, screen),
                ]
            ),
            (
                "Schemas",
                [
                    new NewCommand(host, screen),
                    new ImportCommand(host, screen),
                    new DiffCommand(host, screen),
                    new SyncCommand(catalogue, host, screen),
                    new BreakingCommand(host, screen),
                ]
            ),
            (
                "Serve",
                [
                    new StudioCommand(catalogue, host, screen),
                    new EmulatorCommand(catalogue, host, screen),
                    new McpCommand(catalogue, host, screen),
                ]
            ),
            ("Shell", [new CompletionCommand(screen)]),
        ];
        var root = new RootCommand(
            $"""
            Makes videos with Kling models: lists the models, checks requests against their schemas, runs jobs.

            The API key is read from the environment variable {CliHost.ApiKeyVariable}. Without one, everything can be tried
            against the built-in emulator: 'kling demo', or 'kling run <slug> --emulator'.

            {ExitCodes.Help}
            """
        );
        foreach ((_, Command[] commands) in groups)
        {
            foreach (Command command in commands)
            {
                root.Subcommands.Add(command);
            }
        }

        // KlingCommandLine itself completes, because the line decides which models there are.
        root.Directives.Clear();
        root.Options.OfType<HelpOption>().Single().Action = new RootHelp(groups);
        GlobalOptions.AddTo(root);
        return root;
    }
}
