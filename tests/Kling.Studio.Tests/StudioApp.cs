using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kling.Studio.Tests;

/// <summary>An application with the studio that listens on this machine, and a browser's view of it.</summary>
internal sealed class StudioApp : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly DirectoryInfo _folder;

    private StudioApp(WebApplication application, DirectoryInfo folder)
    {
        (_application, _folder) = (application, folder);
        Http = new HttpClient { BaseAddress = new Uri(application.Urls.Single() + "/studio/") };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => _application.Services;

    /// <summary>Starts it. Files go to a temporary folder.</summary>
    public static async Task<StudioApp> StartAsync(
        Action<IServiceCollection>? services = null,
        Action<KlingStudioOptions>? options = null,
        Action<WebApplication>? map = null,
        Action<WebApplication>? use = null,
        Action<IEndpointConventionBuilder>? configure = null)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("kling-studio-");
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        services?.Invoke(builder.Services);
        builder.Services.AddKlingStudio(studio =>
        {
            studio.Folder = folder.FullName;
            studio.EmulatorTimeScale = 2000;
            options?.Invoke(studio);
        });
        WebApplication application = builder.Build();
        use?.Invoke(application);
        IEndpointConventionBuilder studioEndpoints = application.MapKlingStudio("/studio");
        configure?.Invoke(studioEndpoints);
        map?.Invoke(application);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new StudioApp(application, folder);
    }

    public async Task<JsonObject> GetAsync(string path) =>
        (await Http.GetFromJsonAsync<JsonObject>(path, TestContext.Current.CancellationToken))!;

    /// <summary>Posts as the page does: with its token.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, JsonNode body)
    {
        JsonObject session = await GetAsync("api/session");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add((string)session["header"]!, (string)session["token"]!);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonObject> PostedAsync(string path, JsonNode body)
    {
        using HttpResponseMessage response = await PostAsync(path, body);
        return await ReadAsync(response);
    }

    public static async Task<JsonObject> ReadAsync(HttpResponseMessage response) =>
        JsonSerializer.Deserialize<JsonObject>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

    /// <summary>Waits for the end of a job by the events of the server, as the page does.</summary>
    public async Task<JsonObject> EndAsync(string id)
    {
        using Stream events = await Http.GetStreamAsync(new Uri("api/events", UriKind.Relative), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(events);
        JsonObject job = await GetAsync("api/jobs/" + id);
        while (!(bool)job["ended"]! || (string)job["state"]! == "completed")
        {
            string line = await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new EndOfStreamException();
            if (line.StartsWith("data: ", StringComparison.Ordinal) && JsonNode.Parse(line["data: ".Length..]) is JsonObject changed && (string)changed["id"]! == id)
            {
                job = changed;
            }
        }

        return job;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
