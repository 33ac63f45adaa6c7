using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BlindSix.Right.Keys;

public sealed class Credentials
{
    private const string Commit = "4f9a1c27be80d3564f9a1c27be80d3564f9a1c27"; // RIGHT 25: the hash of a commit
    private const string Variable = "SEGMIND_API_KEY"; // RIGHT 26: the name of a variable
    private const string HeaderName = "x-api-key"; // RIGHT 27: the name of a header
    private static readonly string Checksum = "9e107d9d372bb6826bd81d3542a419d6"; // RIGHT 28: an MD5 sum
    private static readonly Guid Tenant = new("0d7e6a91-c4b2-f835-9a1c-27be80d3564f"); // RIGHT 29: a uuid

    public string Color => "ff8800cc"; // RIGHT 30: a color

    public string Trace { get; } = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"; // RIGHT 31: a trace parent

    public string Prefix => "SG_"; // RIGHT 32: only the prefix of keys

    public string City => "SG_SINGAPORE"; // RIGHT 33: no hexadecimal digits

    public string Etag => "\"c71f08d2ab9e4365\""; // RIGHT 34: a tag of a file

    public KlingClient FromEnvironment() => new(); // RIGHT 35: the key is in the environment

    public KlingClient FromVariable() => new(Environment.GetEnvironmentVariable(Variable)!); // RIGHT 36: read at run time

    public KlingClient FromConfiguration(IConfiguration configuration) => new(configuration["Kling:ApiKey"]!); // RIGHT 37: read at run time

    public KlingClient FromParameter(string apiKey) => new(apiKey: apiKey); // RIGHT 38: unknown at compile time

    public async Task<KlingClient> FromFile() => new(await File.ReadAllTextAsync("/run/secrets/segmind")); // RIGHT 39: read at run time

    public KlingClientOptions FromSecret(IConfiguration configuration) => new() { ApiKey = configuration["SegmindKey"] }; // RIGHT 40: read at run time

    public KlingClientOptions NullKey() => new() { ApiKey = null }; // RIGHT 41: the environment variable is used

    public void Services(IServiceCollection services, IConfiguration configuration) => services.AddKling(configuration.GetSection("Kling")); // RIGHT 42: read at run time

    public void Header(HttpRequestMessage message, string key) => message.Headers.Add(HeaderName, key); // RIGHT 43: unknown at compile time

    public void Correlation(HttpRequestMessage message) => message.Headers.Add("x-correlation-id", "28c9d6e1f4073ab5"); // RIGHT 44: an id, not a key

    public IConfiguration Memory() => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Kling:JobTimeout"] = "00:30:00", // RIGHT 45: a time limit
        })
        .Build();

    public KlingO3Text2VideoRequest Voice() => new()
    {
        Prompt = "A singer.",
        VoiceIds = ["87b3f2e09c6d51a4"], // RIGHT 46: the id of a voice
    };

    public KlingResult Result() => KlingFactory.Result("6d08f5b2a79c3e41", "kling-o3-text2video", []); // RIGHT 47: the id of a request

    public Task<KlingHistoryEntry?> Find(KlingClient client) => client.Account.FindAsync("ac5e91d7302f68b4"); // RIGHT 48: the id of a request

    public string[] Build() => [Commit, Checksum, Tenant.ToString()];

    public KlingO3Text2VideoRequest Seed() => KlingO3Text2VideoRequest.CreateBuilder("A lake.")
        .WithAdditionalParameter("trace_id", "5e80a6c9173fdb24") // RIGHT 49: an id of the caller
        .Build();
}
