using System.CommandLine;
using System.Net;
using System.Text;
using System.Text.Json;
using Kling.Cli;
using Kling.Emulator;
using Kling.Tests;

namespace Kling.SourceGenerator.Tests.Judge;

/// <summary>All that judges a request: the generated types, <c>kling validate</c>, and a submit to the emulator.</summary>
internal sealed class ThreeJudges : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly GeneratedModels _models;
    private readonly HttpClient _http;
    private readonly SegmindEmulator _emulator;
    private readonly CliHost _host;
    private readonly ModelCatalogue _catalogue;

    /// <param name="models">The types of all models.</param>
    /// <param name="others">The schemas of those that are not compiled into the command: it reads them by <c>--schemas</c>.</param>
    public ThreeJudges(GeneratedModels models, IEnumerable<InMemoryFile> others)
    {
        _models = models;
        _emulator = new SegmindEmulator(_models.BySlug.Values);
        _http = new HttpClient(_emulator, disposeHandler: false);
        _http.DefaultRequestHeaders.Add("x-api-key", "SG_00112233aabbccdd");
        foreach (InMemoryFile file in others)
        {
            File.WriteAllText(_folder.File(Path.GetFileName(file.Path)), file.Text);
        }

        _host = new CliHost { Out = TextWriter.Null, Error = TextWriter.Null, Input = Stream.Null, CurrentFolder = _folder.File("") };
        _catalogue = ModelCatalogue.Load([_host.CurrentFolder], _host, new Screen(_host, json: true));
    }

    public IReadOnlyDictionary<string, KlingModel> Models => _models.BySlug;

    /// <summary>The verdicts, in the order of the summary.</summary>
    public async Task<Verdict[]> JudgeAsync(string slug, string json) =>
    [
        await TryAsync(() => Task.FromResult(OfTypes(slug, json))),
        await TryAsync(() => OfCommandAsync(slug, json)),
        await TryAsync(() => OfEmulatorAsync(slug, json)),
    ];

    public void Dispose()
    {
        _http.Dispose();
        _emulator.Dispose();
        _folder.Dispose();
    }

    private static async Task<Verdict> TryAsync(Func<Task<Verdict>> judge)
    {
        try
        {
            return await judge();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new Verdict(IsValid: null, e.ToString());
        }
    }

    /// <summary>A request is valid if it can be read and its own check agrees.</summary>
    private Verdict OfTypes(string slug, string json)
    {
        using var document = JsonDocument.Parse(json);
        bool isRead = _models.BySlug[slug].TryParse(document.RootElement, out IKlingRequest? request, out IReadOnlyList<KlingViolation> violations);
        return isRead && request!.Validate() is { Count: > 0 } later
            ? new Verdict(IsValid: null, "read without a violation, and then: " + string.Join(" ", later))
            : new Verdict(isRead, string.Join(" ", violations));
    }

    private async Task<Verdict> OfCommandAsync(string slug, string json)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        CliHost host = _host with { Out = output, Error = error, Input = new MemoryStream(Encoding.UTF8.GetBytes(json)) };
        var command = new ValidateCommand(_catalogue, host, new Screen(host, json: true));
        try
        {
            int exitCode = await command.Parse([slug, "-"], KlingCommandLine.Parsing).InvokeAsync(
                new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);
            return new Verdict(exitCode switch { ExitCodes.Ok => true, ExitCodes.InvalidRequest => false, _ => null }, output.ToString());
        }
        catch (CliFailure e) when (e.ExitCode is ExitCodes.InvalidRequest)
        {
            return new Verdict(IsValid: false, e.Message);
        }
    }

    private async Task<Verdict> OfEmulatorAsync(string slug, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await _http.PostAsync($"https://api.segmind.com/v2/{slug}", body, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Verdict(answer.IsSuccessStatusCode ? true : answer.StatusCode is HttpStatusCode.BadRequest ? false : null, text);
    }
}
