using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BlindFive.Wrong.Keys;

/// <summary>Where keys were pasted.</summary>
public sealed class PastedKeys
{
    private const string Production = "SG_8c41f07ba2d963e5"; // WRONG 30: a key in source code

    private readonly string _staging = "SG_5e90b3c7d1f4a268"; // WRONG 31: a key in source code

    public string Fallback { get; set; } = "SG_d27f6a0c94be1835"; // WRONG 32: a key in source code

    public KlingClient ForProduction() => new(Production);

    public KlingClient ForStaging() => new(_staging, new KlingClientOptions { JobTimeout = TimeSpan.FromMinutes(20) });

    public KlingClient Direct() => new("SG_19ce7d5082fb64a3"); // WRONG 33: a key in source code

    public KlingClient FromOptions(HttpClient http) => new(http, new KlingClientOptions
    {
        ApiKey = "SG_b60d42e8f91a7c53", // WRONG 34: a key in source code
    });

    public KlingClient Default(string key = "SG_3fa85b1c6d07e294") => new(key); // WRONG 35: a key as a default argument

    public KlingClient Coalesced() => new(Environment.GetEnvironmentVariable("STUDIO_KEY") ?? "SG_e4719c20ab5f83d6"); // WRONG 36: a key as a fallback

    public static void Prepare() => Environment.SetEnvironmentVariable("SEGMIND_API_KEY", "SG_72b8de06f5c3914a"); // WRONG 37: a key in source code

    public static HttpRequestMessage Raw(Uri address)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        message.Headers.Add("x-api-key", "SG_0d95a7e3c8126bf4"); // WRONG 38: a key in source code
        return message;
    }

    public static IServiceCollection Register(IServiceCollection services)
    {
        services.AddKling(options => options.ApiKey = "SG_a1c6f2e97b40d583"); // WRONG 39: a key in source code
        return services;
    }

    public static IConfiguration InMemory() => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Kling:ApiKey"] = "SG_6f38d0a5e2b7c491" }) // WRONG 40: a key in source code
        .Build();

    public static KlingClient Empty() => new(string.Empty, new KlingClientOptions()); // WRONG 41: the key is empty

    public static KlingClient Spaced() => new("Bearer " + Environment.GetEnvironmentVariable("SEGMIND_API_KEY")); // WRONG 42: white space in a key, no scheme

    public static KlingClient Header(HttpClient http, string key)
    {
        http.DefaultRequestHeaders.Add("x-api-key", key); // WRONG 43: default header would go to every host; refused
        return new KlingClient(http, new KlingClientOptions { ApiKey = key });
    }
}
