using System.IO.Pipelines;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Kling.Cli.Tests;

/// <summary><c>kling mcp</c> in this process, and the real client of the protocol connected to its standard streams.</summary>
internal sealed class McpConnection : IAsyncDisposable
{
    /// <summary>How long a client waits for the version of a server. Without it, a machine that is busy decides which version is tested.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _ctrlC = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly Pipe _in = new();
    private readonly Pipe _out = new();
    private readonly Task<CliResult> _command;

    private McpConnection(Cli cli, string[] args) =>
        _command = cli.ServeAsync(_in.Reader.AsStream(), _out.Writer.AsStream(), _ctrlC.Token, ["mcp", "--store", StoreOf(cli), .. args]);

    /// <summary>The store of all servers of a test.</summary>
    public static string StoreOf(Cli cli) => cli.Store ?? "sqlite:" + Path.Combine(cli.Folder, "mcp.db");

    /// <summary>The client.</summary>
    public McpClient Client { get; private set; } = null!;

    /// <summary>The questions that the user was asked.</summary>
    public List<string> Questions { get; } = [];

    /// <summary>Starts a server that sends its jobs to the "Segmind" of a test.</summary>
    /// <param name="cli">The test's command line: its folder, its key, its Segmind.</param>
    /// <param name="answer">What the user answers to a question (<c>accept</c>, <c>decline</c>); <see langword="null"/> for a client that cannot ask.</param>
    /// <param name="version">The protocol's version; <see langword="null"/> for the newest.</param>
    /// <param name="args">The options of <c>kling mcp</c>.</param>
    public static async Task<McpConnection> StartAsync(Cli cli, string? answer = null, string? version = null, params string[] args)
    {
        var connection = new McpConnection(cli, args);
        var options = new McpClientOptions { ProtocolVersion = version, DiscoverProbeTimeout = Patience };
        if (answer is not null)
        {
            options.Handlers.ElicitationHandler = (request, _) =>
            {
                connection.Questions.Add(request!.Message);
                return new ValueTask<ElicitResult>(new ElicitResult { Action = answer, Content = new Dictionary<string, JsonElement>() });
            };
        }

        var transport = new StreamClientTransport(connection._in.Writer.AsStream(), connection._out.Reader.AsStream());
        Task<McpClient> connect = McpClient.CreateAsync(transport, options, cancellationToken: TestContext.Current.CancellationToken);
        Task first = await Task.WhenAny(connect, connection._command);
        Assert.True(first == connect, connection._command.IsCompleted ? (await connection._command).ToString() : "");
        connection.Client = await connect;
        return connection;
    }

    /// <summary>Calls a tool.</summary>
    public async Task<McpAnswer> CallAsync(string tool, params (string Name, object? Value)[] arguments) =>
        new(
            await Client.CallToolAsync(
                tool,
                arguments.ToDictionary(static argument => argument.Name, static argument => argument.Value),
                cancellationToken: TestContext.Current.CancellationToken));

    /// <summary>Submits a request of a model.</summary>
    public Task<McpAnswer> SubmitAsync(string model, object input) => CallAsync("submit", ("model", model), ("input", input));

    /// <summary>Waits until a job has ended.</summary>
    public async Task<McpAnswer> WaitAsync(string job)
    {
        McpAnswer answer;
        do
        {
            answer = await CallAsync("wait", ("job", job));
        } while (answer.Status is "enqueued" or "submitting" or "submitted" or "unconfirmed");

        return answer;
    }

    /// <summary>The end of the server after the client has closed its streams.</summary>
    public async Task<CliResult> EndAsync()
    {
        await Client.DisposeAsync();
        await _in.Writer.CompleteAsync();
        return await _command;
    }

    public async ValueTask DisposeAsync()
    {
        await _ctrlC.CancelAsync();
        if (Client is not null)
        {
            await Client.DisposeAsync();
        }

        _ = await _command;
        _ctrlC.Dispose();
    }
}
