using System.CommandLine;
using Kling.Emulator;

namespace Kling.Cli;

/// <summary><c>kling emulator</c>: the emulator for clients in any language.</summary>
internal sealed class EmulatorCommand : Command
{
    private readonly AddressOption _urls = new(
        "The URL to listen on. Port 0 selects a free port. The command prints the URL.",
        AddressOption.Default
    );

    private readonly Option<bool> _remote = new("--allow-remote")
    {
        Description = "Allows a URL in --urls that other machines can reach. Anyone who can reach it can use the emulator.",
    };

    private readonly Option<string[]> _untyped = new("--untyped")
    {
        Description = "Serves a model without a schema. Its requests are not validated. May be repeated.",
        HelpName = "slug",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly TimeScaleOption _timeScale = new();
    private readonly ModelCatalogue _catalogue;
    private readonly CliHost _host;
    private readonly Screen _screen;

    public EmulatorCommand(ModelCatalogue catalogue, CliHost host, Screen screen)
        : base("emulator", "Serves the emulator over HTTP until Ctrl+C, for clients in any language. No key, no cost.")
    {
        (_catalogue, _host, _screen) = (catalogue, host, screen);
        foreach (Option option in (Option[])[_urls, _remote, _untyped, _timeScale])
        {
            Options.Add(option);
        }

        SetAction(ServeAsync);
    }

    private async Task<int> ServeAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        Uri address = _urls.Read(parse, parse.GetValue(_remote));
        double scale = _timeScale.Read(parse);
        var options = new SegmindEmulatorOptions
        {
            TimeProvider = _host.Clock,
            TimeScale = scale,
            FaultsByHeader = true,
        };
        ModelCatalogue catalogue = (parse.GetValue(_untyped) ?? []).Aggregate(_catalogue, static (models, slug) => models.WithUntyped(slug));
        await using EmulatorServer server = await StartAsync(address, catalogue.Models, options, cancellationToken);
        Announce(server.Address, catalogue.Models.Count, scale);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = cancellationToken.Register(stopped.SetResult);
        await stopped.Task;
        return ExitCodes.Ok;
    }

    private static async Task<EmulatorServer> StartAsync(
        Uri address,
        IEnumerable<KlingModel> models,
        SegmindEmulatorOptions options,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await EmulatorServer.StartAsync(address, models, options, cancellationToken);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            throw new CliFailure(ExitCodes.Unexpected, $"--urls: the emulator cannot listen on {address}: {e.Message}", e);
        }
    }

    private void Announce(Uri address, int models, double scale)
    {
        string origin = address.GetLeftPart(UriPartial.Authority);
        _screen.Line(origin);
        _screen.Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("address", origin);
            writer.WriteEndObject();
        });
        _screen.Note(
            FormattableString.Invariant(
                $"The emulator is listening on {origin}. It behaves like Segmind's API, {scale:0.###} times as fast, with {models} models. It accepts any key of the form SG_ followed by 16 hexadecimal digits; nothing is billed."
            )
        );
        string insecure = address.IsLoopback ? "" : $"InsecureHosts = [\"{address.Host}\"], ";
        string command = address.IsLoopback ? $", or 'kling run <slug> --base-address {origin}'" : "";
        _screen.Note(
            $"To connect a client: new KlingClient(key, new KlingClientOptions {{ BaseAddress = new Uri(\"{origin}\"), {insecure}Polling = PollingStrategy.Fixed(TimeSpan.FromSeconds(1)) }}){command}."
        );
        _screen.Note(
            "The request header 'x-emulator-fault' injects a fault, such as 'error=503' or 'reset;after'; the README of Kling.Emulator lists all of them. Press Ctrl+C to stop."
        );
    }
}
