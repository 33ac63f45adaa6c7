using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using Kling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BlindSix.Wrong.Keys;

public sealed class Credentials
{
    private const string ApiKey = "SG_4f9a1c27be80d356"; // WRONG 51: a key in a constant
    private static readonly string Backup = "SG_91bc07ed55a2f348"; // WRONG 52: a key in a field

    public string SegmindKey { get; set; } = "SG_0d7e6a91c4b2f835"; // WRONG 53: a key in a property

    public string Staging => "SG_a8c3f0172b6d94e5"; // WRONG 54: a key in a property

    public KlingClient Direct() => new("SG_c71f08d2ab9e4365"); // WRONG 55: a key in source

    public KlingClient Named() => new(options: new KlingClientOptions { JobTimeout = TimeSpan.FromMinutes(20) }, apiKey: "SG_5b20e9f7d813ac46"); // WRONG 56: a key in source

    public KlingClientOptions Options() => new()
    {
        ApiKey = "SG_e3d4058fb7a1c962", // WRONG 57: a key in source
        JobTimeout = TimeSpan.FromMinutes(30),
    };

    public void Assign(KlingClientOptions options)
    {
        options.ApiKey = "SG_16f8c0ba79d3e254"; // WRONG 58: a key in source
    }

    public KlingClient Connect(string key = "SG_b49e12d07f5ca863") => new(key); // WRONG 59: a key as a default value

    public KlingClient ConnectLocal()
    {
        var key = "SG_" + "72d1e5a80c94fb36"; // WRONG 60: a key in two parts
        return new KlingClient(key);
    }

    public void Header(HttpClient http)
    {
        http.DefaultRequestHeaders.Add("x-api-key", "SG_f60a3b97c8e2d514"); // WRONG 61: a key in a header
    }

    public HttpRequestMessage Message()
    {
        var message = new HttpRequestMessage(HttpMethod.Get, "https://api.segmind.com/v1/get-user-credits");
        message.Headers.TryAddWithoutValidation("x-api-key", "SG_28c9d6e1f4073ab5"); // WRONG 62: a key in a header
        return message;
    }

    public void Variable() => Environment.SetEnvironmentVariable("SEGMIND_API_KEY", "SG_d95a7c30e18b4f62"); // WRONG 63: a key set in code

    public IConfiguration Memory() => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Kling:ApiKey"] = "SG_3ea7b86c05d1f924", // WRONG 64: a key in the configuration in code
        })
        .Build();

    public void Services(IServiceCollection services)
    {
        services.AddKling(options => options.ApiKey = "SG_87b3f2e09c6d51a4"); // WRONG 65: a key in source
    }

    public void NamedServices(IServiceCollection services)
    {
        services.AddKling("batch", options =>
        {
            options.MaxPollsPerSecond = 5;
            options.ApiKey = "SG_ac5e91d7302f68b4"; // WRONG 66: a key in source
        });
    }

    public void Configure(IServiceCollection services) =>
        services.Configure<KlingClientOptions>(options => options.ApiKey = "SG_6d08f5b2a79c3e41"); // WRONG 67: a key in source

    public KlingClient Fallback() =>
        new(Environment.GetEnvironmentVariable("SEGMIND_API_KEY") ?? "SG_c2b7d4e86f1a9035"); // WRONG 68: a key as the fallback

    public KlingClient Shared(HttpClient http) => new(http, new KlingClientOptions { ApiKey = "SG_5e80a6c9173fdb24" }); // WRONG 69: a key in source

    public KlingClient Empty() => new(apiKey: ""); // WRONG 70: the key is empty

    public KlingClientOptions Blank() => new() { ApiKey = "   " }; // WRONG 71: the key is empty after trimming

    public KlingClientOptions EmptyOption() => new() { ApiKey = string.Empty }; // WRONG 72: the key is empty

    public Dictionary<string, string> Tenants { get; } = new()
    {
        ["north"] = "SG_e87c6d10a3f9b254", // WRONG 73: a key in a dictionary
    };
}
