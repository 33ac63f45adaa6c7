using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using Kling;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BlindWrong.Keys;

public static class Secrets
{
    public const string Segmind = "SG_4f9a1c77be02d385"; // WRONG 43: key in a const field

    private static readonly string Staging = "SG_9b3e5d10c6a7f248"; // WRONG 44: key in a static readonly field

    public static string Production { get; } = "SG_71ac0de94b8f6325"; // WRONG 45: key in a property

    public static string Choose(bool live) => live ? Production : Staging;
}

public static class ClientSetup
{
    public static IServiceCollection AddStudio(this IServiceCollection services)
    {
        services.AddKling(options => options.ApiKey = "SG_e8d21f6b07c94a53"); // WRONG 46: key in options lambda
        services.AddKling("batch", options =>
        {
            options.ApiKey = "SG_0a9f3c5e7b1d2846"; // WRONG 47: key in options block lambda
            options.JobTimeout = TimeSpan.FromMinutes(50);
        });
        return services;
    }

    public static KlingClient Create() => new KlingClient("SG_5c7d8e9f0a1b2c3d"); // WRONG 48: key as constructor argument

    public static KlingClient CreateNamed() =>
        new(options: new KlingClientOptions { JobTimeout = TimeSpan.FromMinutes(20) }, apiKey: "SG_8f7e6d5c4b3a2910"); // WRONG 49: key as named argument

    public static KlingClientOptions Options() => new()
    {
        ApiKey = "SG_b4c3d2e1f0a99887", // WRONG 50: key in options initializer
        MaxPollsPerSecond = 20,
    };

    public static KlingClient WithDefault(string apiKey = "SG_27f4b6d8e0a1c395") => new(apiKey); // WRONG 51: key as default parameter

    public static void Export()
    {
        Environment.SetEnvironmentVariable("SEGMIND_API_KEY", "SG_6e5f4d3c2b1a0978"); // WRONG 52: key set as environment variable
    }

    public static void AddHeader(HttpClient http)
    {
        http.DefaultRequestHeaders.Add("x-api-key", "SG_d3c2b1a098f7e6f5"); // WRONG 53: key in a header
    }

    public static IConfiguration Memory() =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Kling:ApiKey"] = "SG_19a8b7c6d5e4f302" }) // WRONG 54: key in in-memory configuration
            .Build();

    public static void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration["Kling:ApiKey"] = "SG_fa01eb92dc83cd74"; // WRONG 55: key set in configuration
        builder.Services.AddKling(builder.Configuration.GetSection("Kling"));
    }

    public static KlingClient Local()
    {
        var key = "SG_3a6f9c2e5b8d1047"; // WRONG 56: key in a local
        return new KlingClient(apiKey: key);
    }

    public static KlingClient Fallback() => new(Environment.GetEnvironmentVariable("STUDIO_KEY") ?? "SG_ab12cd34ef56ab78"); // WRONG 57: key as fallback
}
