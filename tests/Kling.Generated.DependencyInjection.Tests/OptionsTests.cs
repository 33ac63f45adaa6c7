using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kling.DependencyInjection.Tests;

public sealed class OptionsTests
{
    private static readonly (string Name, string Value)[] All =
    [
        ("ApiKey", Services.Key),
        ("BaseAddress", "https://proxy.example/segmind"),
        ("UploadAddress", "https://storage.example/put"),
        ("MaxUploadSize", "1000"),
        ("ValidateRequests", "false"),
        ("RetrySubmitOnServerError", "true"),
        ("RetrySubmitOnRateLimit", "false"),
        ("MaxPollsPerSecond", "2.5"),
        ("SubmitTimeout", "00:00:30"),
        ("JobTimeout", "01:00:00"),
    ];

    [Fact]
    public void Every_option_that_is_a_plain_value_can_be_set_by_configuration()
    {
        KlingClientOptions options = Read(Services.Section(All));

        Assert.Equal(
            new KlingClientOptions
            {
                ApiKey = Services.Key,
                BaseAddress = new Uri("https://proxy.example/segmind"),
                UploadAddress = new Uri("https://storage.example/put"),
                MaxUploadSize = 1000,
                ValidateRequests = false,
                RetrySubmitOnServerError = true,
                RetrySubmitOnRateLimit = false,
                MaxPollsPerSecond = 2.5,
                SubmitTimeout = TimeSpan.FromSeconds(30),
                JobTimeout = TimeSpan.FromHours(1),
            },
            options,
            static (expected, actual) => Plain(expected!).SequenceEqual(Plain(actual!)));
        Assert.Equal(All.Select(static setting => setting.Name).Order(StringComparer.Ordinal), Plain(options).Select(static value => value.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_configuration_does_not_say_stays_as_it_is() =>
        Assert.Equal(Plain(new KlingClientOptions()), Plain(Read(Services.Section(("ApiKey", Services.Key)))).Select(static value => value.Name == "ApiKey" ? value with { Value = null } : value));

    [Fact]
    public void The_code_has_the_last_word() =>
        Assert.Equal(7, Read(Services.Section(All), static options => options.MaxUploadSize = 7).MaxUploadSize);

    [Fact]
    public async Task A_misspelt_setting_is_an_error_at_the_start()
    {
        Exception error = await StartAsync(("ApiKey", Services.Key), ("SubmitTimeOutt", "00:00:30"));

        Assert.Contains("SubmitTimeOutt", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Services.Key, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SubmitTimeout", "soon", "Kling:SubmitTimeout")]
    [InlineData("SubmitTimeout", "02:00:00", "SubmitTimeout")]
    [InlineData("MaxUploadSize", "0", "MaxUploadSize")]
    [InlineData("BaseAddress", "http://api.segmind.com", "unencrypted")]
    [InlineData("UploadAddress", "ftp://storage.example", "upload address")]
    [InlineData("ApiKey", "SG_ 0123456789abcdef", "The API key holds white space")]
    public async Task A_value_that_cannot_be_is_an_error_at_the_start_and_shows_no_key(string name, string value, string expected)
    {
        Exception error = await StartAsync(name == "ApiKey" ? [(name, value)] : [("ApiKey", Services.Key), (name, value)]);

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_names_the_client_that_it_is_of()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        _ = builder.Services.AddKling("eu", static options => options.ApiKey = "");
        using IHost host = builder.Build();

        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("'eu'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Good_options_let_the_host_start()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        _ = builder.Services.AddKling(Services.Section(All));
        using IHost host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.NotNull(host.Services.GetRequiredService<KlingClient>());
    }

    private static async Task<Exception> StartAsync(params (string Name, string Value)[] settings)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        _ = builder.Services.AddKling(Services.Section(settings));
        using IHost host = builder.Build();
        return await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(TestContext.Current.CancellationToken));
    }

    private static KlingClientOptions Read(IConfiguration section, Action<KlingClientOptions>? configure = null)
    {
        using var services = new Services();
        _ = services.Collection.AddKling(section, configure);
        using ServiceProvider provider = services.Collection.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<KlingClientOptions>>().Value;
    }

    /// <summary>The options that a configuration file can hold.</summary>
    private static IEnumerable<(string Name, object? Value)> Plain(KlingClientOptions options) =>
        from property in typeof(KlingClientOptions).GetProperties()
        let type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
        where type.IsValueType || type == typeof(string) || type == typeof(Uri)
        select (property.Name, property.GetValue(options));
}
