using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using Kling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BlindFive.Right.Secrets;

/// <summary>Keys from outside, and text that resembles a key.</summary>
public sealed class KeySources(IConfiguration configuration)
{
    private const string Variable = "SEGMIND_API_KEY"; // RIGHT 170
    private const string Article = "SG_2024_AUTUMN"; // RIGHT 171
    private const string Placeholder = "SG_your-key-here"; // RIGHT 172
    private const string Commit = "8c41f07ba2d963e5"; // RIGHT 173
    private const string Prefix = "SG_"; // RIGHT 174

    public string Label => $"{Article} at {Commit}";

    public KlingClient FromEnvironment() => new(Environment.GetEnvironmentVariable(Variable)!); // RIGHT 175

    public KlingClient FromFile(string path) => new(File.ReadAllText(path)); // RIGHT 176

    public KlingClient FromConfiguration() => new(new KlingClientOptions { ApiKey = configuration["Kling:ApiKey"] }); // RIGHT 177

    public KlingClient FromHttp(HttpClient http) => new(http, new() { ApiKey = null }); // RIGHT 178

    public void Register(IServiceCollection services) =>
        services.AddKling(configuration.GetSection("Kling"), options => options.ApiKey ??= configuration["STUDIO_KEY"]); // RIGHT 179

    public bool LooksLikeKey(string? text) => text is { Length: 19 } && text.StartsWith(Prefix, StringComparison.Ordinal) && text != Placeholder; // RIGHT 180

    public void Forward(string key) => Environment.SetEnvironmentVariable(Variable, key); // RIGHT 181

    public HttpClient TraceHeader(HttpClient http)
    {
        http.DefaultRequestHeaders.Add("x-request-id", Guid.NewGuid().ToString("N")); // RIGHT 182
        return http;
    }
}
