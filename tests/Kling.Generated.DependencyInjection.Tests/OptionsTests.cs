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
        ("AccountAddress", "https://account.example"),
        ("FindExpiredJobs", "false"),
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
                AccountAddress = new Uri("https://account.example"),
                FindExpiredJobs = false,
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
    public void Options_that_are_not_configured_keep_their_values() =>
        Assert.Equal(Plain(new KlingClientOptions()), Plain(Read(Services.Section(("ApiKey", Services.Key)))).Select(static value => value.Name == "ApiKey" ? value with { Value = null } : value));

    [Fact]
    public void Options_set_in_code_override_the_configuration() =>
        Assert.Equal(7, Read(Services.Section(All), static options => options.MaxUploadSize = 7).MaxUploadSize);

    [Fact]
    public async Task A_misspelled_setting_is_an_error_at_startup()
    {
        Exception error = await StartAsync(("ApiKey", Services.Key), ("SubmitTimeOutt", "00:00:30"));

        Assert.Equal("The section 'Kling' contains the unknown option 'SubmitTimeOutt'. Did you mean 'SubmitTimeout'?", error.Message);
        Assert.DoesNotContain(Services.Key, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("job_timeout", "Did you mean 'JobTimeout'?")]
    [InlineData("BaseUrl", "Available options: ApiKey, BaseAddress, ")]
    [InlineData("apikeyy", "Did you mean 'ApiKey'?")]
    [InlineData("Polling", "The section 'Kling' contains the option 'Polling', which can only be set in code.")]
    [InlineData("Nested:ApiKey", "'Nested'")]
    public async Task An_unknown_setting_is_reported_with_the_known_names_and_without_its_value(string name, string expected)
    {
        Exception error = await StartAsync(("ApiKey", "SG_fedcba9876543210"), (name, Services.Key));

        _ = Assert.IsType<OptionsValidationException>(error);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Services.Key, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Binder", error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task All_settings_that_cannot_be_read_are_reported_together()
    {
        Exception error = await StartAsync(("MaxUploadSize", "50 MB"), ("ValidateRequests", "yes"), ("JobTimeout:Minutes", "30"), ("SubmitTimeout", "24:00"));

        Assert.Equal(
            [
                "The option 'Kling:JobTimeout' must be a duration such as 00:30:00.",
                "The option 'Kling:MaxUploadSize' must be a whole number, and it is '50 MB'.",
                "The option 'Kling:SubmitTimeout' must be a duration such as 00:30:00, and it is '24:00'.",
                "The option 'Kling:ValidateRequests' must be true or false, and it is 'yes'.",
            ],
            Assert.IsType<OptionsValidationException>(error).Failures.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("JobTimeout", "1800", "The value is 1800 days, because a plain number means days. For 1800 seconds, write 00:30:00.")]
    [InlineData("JobTimeout", "30", "For 30 seconds, write 00:00:30. For 30 minutes, write 00:30:00.")]
    [InlineData("JobTimeout", "1", "The value is 1 day")]
    [InlineData("JobTimeout", "7200", "The value is 7200 days")]
    [InlineData("JobTimeout", "15:30", "The value is 15 h 30 min. For 15 min 30 s, write 00:15:30.")]
    [InlineData("JobTimeout", "01:00:01", "JobTimeout must be from 00:00:00 to 01:00:00")]
    [InlineData("JobTimeout", "-1", "JobTimeout must be from 00:00:00 to 01:00:00")]
    [InlineData("SubmitTimeout", "100", "For 100 seconds, write 00:01:40.")]
    [InlineData("SubmitTimeout", "00:00:00", "SubmitTimeout must be more than 00:00:00")]
    public async Task A_duration_out_of_range_is_an_error_at_startup_with_the_likely_meaning(string name, string value, string expected)
    {
        Exception error = await StartAsync(("ApiKey", Services.Key), (name, value));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://emulator:5080", "emulator", null)]
    [InlineData("http://emulator:5080", "other", "KlingClientOptions.InsecureHosts: add 'emulator' there")]
    [InlineData("http://api.segmind.com", "api.segmind.com", "'api.segmind.com' is a host of Segmind")]
    public async Task Configuration_can_allow_http_for_a_named_host(string address, string host, string? expected)
    {
        (string, string)[] settings = [("ApiKey", Services.Key), ("BaseAddress", address), ("InsecureHosts:0", host)];
        if (expected is null)
        {
            KlingClientOptions options = Read(Services.Section(settings));
            options.Validate();
            Assert.Equal([host], options.InsecureHosts);
            return;
        }

        Assert.Contains(expected, (await StartAsync(settings)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_outside_a_list_is_an_error_at_startup()
    {
        Exception error = await StartAsync(("ApiKey", Services.Key), ("InsecureHosts", "emulator"));

        Assert.Equal("The option 'Kling:InsecureHosts' must be a list of host names, and it is 'emulator'.", error.Message);
    }

    [Fact]
    public void Settings_without_a_value_leave_the_options_as_they_are() => Assert.Equal(
        Plain(new KlingClientOptions { ApiKey = Services.Key }),
        Plain(Read(Services.Section([.. All.Select(static setting => (setting.Name, setting.Name == "ApiKey" ? Services.Key : ""))]))));

    [Theory]
    [InlineData("SubmitTimeout", "soon", "Kling:SubmitTimeout")]
    [InlineData("SubmitTimeout", "02:00:00", "SubmitTimeout")]
    [InlineData("MaxUploadSize", "0", "MaxUploadSize")]
    [InlineData("BaseAddress", "http://api.segmind.com", "unencrypted")]
    [InlineData("UploadAddress", "ftp://storage.example", "UploadAddress")]
    [InlineData("AccountAddress", "http://account.example", "AccountAddress")]
    [InlineData("ApiKey", "SG_ 0123456789abcdef", "The API key contains white space")]
    public async Task An_invalid_value_is_an_error_at_startup_that_shows_no_key(string name, string value, string expected)
    {
        Exception error = await StartAsync(name == "ApiKey" ? [(name, value)] : [("ApiKey", Services.Key), (name, value)]);

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_names_its_client()
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
