using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kling.Studio.Tests.Page;

/// <summary>
/// The studio's page in a browser. At the end, a test fails if the page made a request to another origin, or wrote an error to the console.
/// </summary>
internal sealed class StudioPage : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConcurrentQueue<string> _faults = new();
    private readonly string _origin;

    private StudioPage(StudioApp app, IPage tab)
    {
        (App, Tab) = (app, tab);
        _origin = app.Http.BaseAddress!.GetLeftPart(UriPartial.Authority) + "/";
        Tab.Request += WatchRequest;
        Tab.PageError += WatchError;
        Tab.Console += WatchConsole;
    }

    public StudioApp App { get; }

    public IPage Tab { get; }

    public ILocator Run => Tab.GetByTestId("run");

    public ILocator Cards => Tab.Locator(".result");

    /// <summary>Starts the studio with some models and opens its page; null for the shipped models.</summary>
    public static async Task<StudioPage> OpenAsync(
        Browser browser,
        IReadOnlyList<KlingModel>? models = null,
        Action<IServiceCollection>? services = null,
        Action<KlingStudioOptions>? options = null)
    {
        StudioApp app = await StudioApp.StartAsync(services, studio =>
        {
            studio.Models = models ?? studio.Models;
            options?.Invoke(studio);
        });
        try
        {
            var page = new StudioPage(app, await browser.OpenAsync());
            await page.Tab.GotoAsync(app.Http.BaseAddress!.ToString());
            await page.JudgedAsync();
            return page;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Follows a link to the page with a request in its form.</summary>
    public async Task FillAsync(string slug, string request)
    {
        string fragment = $"model={Uri.EscapeDataString(slug)}&request={Uri.EscapeDataString(request)}";
        await Tab.EvaluateAsync("fragment => { document.getElementById('verdict').textContent = ''; location.hash = fragment; }", fragment);
        await JudgedAsync();
    }

    public ILocator Field(string pointer) => Tab.GetByTestId("field-" + pointer);

    public ILocator Violations(string pointer) => Tab.GetByTestId("violation-" + pointer);

    /// <summary>The request as the server has last judged it.</summary>
    public async Task<string> JsonAsync() => (await Tab.GetByTestId("code").TextContentAsync())!;

    /// <summary>Waits until the request of the form, which is in the URL, is this one.</summary>
    public async Task AssertRequestAsync(string json)
    {
        const string Request = "new URLSearchParams(location.hash.slice(1)).get('request')";
        string expected = JsonSerializer.Serialize(JsonElement.Parse(json), Relaxed);
        try
        {
            await Tab.WaitForFunctionAsync($"expected => {Request} === expected", expected, new PageWaitForFunctionOptions { Timeout = 10_000 });
        }
        catch (TimeoutException)
        {
            Assert.Equal(expected, await Tab.EvaluateAsync<string>($"() => {Request}"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Tab.GotoAsync("about:blank");
        Tab.Request -= WatchRequest;
        Tab.PageError -= WatchError;
        Tab.Console -= WatchConsole;
        await App.DisposeAsync();
        Assert.Empty(_faults);
    }

    private Task JudgedAsync() => Tab.GetByTestId("verdict").And(Tab.Locator(":not(:empty)")).WaitForAsync();

    private void WatchRequest(object? sender, IRequest request)
    {
        string url = request.Url;
        if (url != "about:blank" && !url.StartsWith(_origin, StringComparison.Ordinal) && !url.StartsWith("blob:" + _origin, StringComparison.Ordinal))
        {
            _faults.Enqueue("A request to another origin: " + url);
        }
    }

    private void WatchError(object? sender, string error) => _faults.Enqueue(error);

    private void WatchConsole(object? sender, IConsoleMessage message)
    {
        // The browser reports every response of 4xx; the page shows what it says.
        if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal))
        {
            _faults.Enqueue(message.Text);
        }
    }
}
