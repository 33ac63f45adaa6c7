namespace Kling.CodeFixes.Tests.Use;

/// <summary>Clients that are registered as services. The service collection is a stand-in with the same names.</summary>
public sealed class RegistrationTests
{
    private const string Services = """


        internal interface IClock;

        namespace Microsoft.Extensions.Configuration
        {
            internal interface IConfiguration { string? this[string key] { get; } }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            using System;
            using System.Net.Http;
            using Microsoft.Extensions.Configuration;

            internal sealed class ServiceCollection;

            internal sealed class HttpClientBuilder;

            internal static class Extensions
            {
                public static HttpClientBuilder AddKling(this ServiceCollection services, Action<KlingClientOptions>? configure = null) => services.AddKling("", configure);
                public static HttpClientBuilder AddKling(this ServiceCollection services, string name, Action<KlingClientOptions>? configure = null) => new();
                public static HttpClientBuilder AddKling(this ServiceCollection services, IConfiguration section, Action<KlingClientOptions>? configure = null) => new();
                public static HttpClientBuilder AddHttpClient<T>(this ServiceCollection services, Action<HttpClient>? configure = null) => new();
                public static HttpClientBuilder AddHttpClient(this ServiceCollection services, string name, Action<HttpClient>? configure = null) => new();
                public static HttpClientBuilder ConfigureHttpClient(this HttpClientBuilder builder, Action<HttpClient> configure) => builder;
                public static HttpClientBuilder ConfigureHttpClient(this HttpClientBuilder builder, Action<IServiceProvider, HttpClient> configure) => builder;
                public static HttpClientBuilder AddLoggers(this HttpClientBuilder builder) => builder;
                public static ServiceCollection Configure<T>(this ServiceCollection services, Action<T> configure) => services;
                public static ServiceCollection AddTransient<T>(this ServiceCollection services) => services;
                public static ServiceCollection AddTransient<T>(this ServiceCollection services, Func<IServiceProvider, T> factory) => services;
                public static ServiceCollection AddTransient(this ServiceCollection services, Type type) => services;
                public static ServiceCollection AddKeyedScoped<T>(this ServiceCollection services, object key, Func<IServiceProvider, object, T> factory) => services;
                public static ServiceCollection AddScoped<T>(this ServiceCollection services) => services;
                public static ServiceCollection AddScoped<T>(this ServiceCollection services, Func<IServiceProvider, T> factory) => services;
                public static ServiceCollection AddSingleton<T>(this ServiceCollection services) => services;
                public static ServiceCollection AddSingleton<T>(this ServiceCollection services, Func<IServiceProvider, T> factory) => services;
                public static T GetRequiredService<T>(this IServiceProvider provider) where T : notnull => (T)provider.GetService(typeof(T))!;
            }
        }
        """;

    [Theory]
    [InlineData("services.AddKling(options => options.JobTimeout = [|TimeSpan.FromMinutes(75)|]);")]
    [InlineData("services.AddKling(\"batch\", options => { options.MaxPollsPerSecond = [|0|]; });")]
    [InlineData("services.AddKling(section, options => options.SubmitTimeout = [|TimeSpan.Zero|]);")]
    [InlineData("services.AddKling(configure: options => options.BaseAddress = [|new Uri(\"http://kling.example\")|]);")]
    [InlineData("services.Configure<KlingClientOptions>(options => options.MaxUploadSize = [|0|]);")]
    public Task An_option_outside_its_range_is_reported(string statements) => Verify("KLING211", statements);

    [Theory]
    [InlineData("services.AddKling(options => options.JobTimeout = TimeSpan.FromMinutes(60)).ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(100));")]
    [InlineData("services.AddKling(section, options => options.BaseAddress = new Uri(\"http://kling.example\"));")]
    [InlineData("services.AddKling(options => { options.BaseAddress = new Uri(\"http://kling.example\"); options.InsecureHosts = [\"kling.example\"]; });")]
    [InlineData("services.AddKling(options => options.ApiKey = section[\"Key\"]);")]
    public Task An_option_within_its_range_is_not_reported(string statements) => Verify("KLING211", statements);

    [Theory]
    [InlineData("services.AddKling().ConfigureHttpClient(http => http.Timeout = [|TimeSpan.FromSeconds(10)|]);")]
    [InlineData("services.AddKling().AddLoggers().ConfigureHttpClient(http => { http.Timeout = [|TimeSpan.FromSeconds(10)|]; });")]
    [InlineData("services.AddKling(\"batch\").ConfigureHttpClient((_, http) => http.Timeout = [|TimeSpan.FromSeconds(99)|]);")]
    [InlineData("var http = services.AddKling(); http.ConfigureHttpClient(one => one.Timeout = [|TimeSpan.FromSeconds(10)|]);")]
    [InlineData("services.AddKling(options => options.SubmitTimeout = TimeSpan.FromMinutes(5)).ConfigureHttpClient(http => http.Timeout = [|TimeSpan.FromMinutes(4)|]);")]
    [InlineData("services.AddHttpClient<KlingClient>(http => http.Timeout = [|TimeSpan.FromSeconds(10)|]);")]
    [InlineData("services.AddHttpClient<KlingClient>().ConfigureHttpClient(http => http.Timeout = [|TimeSpan.FromSeconds(10)|]);")]
    public Task A_timeout_of_the_HttpClient_that_is_too_short_is_reported(string statements) => Verify("KLING212", statements);

    [Theory]
    [InlineData("services.AddKling().ConfigureHttpClient(http => http.Timeout = System.Threading.Timeout.InfiniteTimeSpan);")]
    [InlineData("services.AddKling().ConfigureHttpClient(http => http.DefaultRequestVersion = new Version(2, 0));")]
    [InlineData("services.AddKling(options => options.SubmitTimeout = TimeSpan.FromSeconds(9)).ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(10));")]
    [InlineData("services.AddKling(section).ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(10));")]
    [InlineData("services.Configure<KlingClientOptions>(options => options.SubmitTimeout = TimeSpan.FromSeconds(9)); services.AddKling().ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(10));")]
    [InlineData("services.AddHttpClient(\"thumbnails\").ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(10));")]
    [InlineData("services.AddHttpClient(\"thumbnails\", http => http.Timeout = TimeSpan.FromSeconds(10));")]
    [InlineData("services.AddHttpClient<IClock>(http => http.Timeout = TimeSpan.FromSeconds(10));")]
    [InlineData("services.AddKling(options => options.SubmitTimeout = TimeSpan.FromSeconds(Environment.ProcessorCount)).ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(10));")]
    public Task A_timeout_that_is_long_enough_or_of_another_client_is_not_reported(string statements) => Verify("KLING212", statements);

    [Theory]
    [InlineData("services.AddTransient(_ => [|new KlingClient()|]);")]
    [InlineData("services.AddScoped(_ => [|new KlingClient(new KlingClientOptions { ApiKey = section[\"Key\"] })|]);")]
    [InlineData("services.AddScoped(provider => { var settings = provider.GetRequiredService<IConfiguration>(); return [|new KlingClient(settings[\"Key\"]!)|]; });")]
    [InlineData("services.AddTransient<KlingClient>(_ => [|new()|]);")]
    [InlineData("services.[|AddTransient<KlingClient>|]();")]
    [InlineData("services.[|AddScoped<KlingClient>|]();")]
    [InlineData("services.[|AddTransient|](typeof(KlingClient));")]
    [InlineData("services.AddKeyedScoped(\"a\", (_, _) => [|new KlingClient()|]);")]
    public Task A_client_that_is_created_for_each_user_of_the_service_is_reported(string statements) => Verify("KLING213", statements);

    [Theory]
    [InlineData("services.AddSingleton(_ => new KlingClient()); services.AddSingleton<KlingClient>();")]
    [InlineData("services.AddTransient(_ => client);")]
    [InlineData("services.AddScoped(provider => provider.GetRequiredService<KlingClient>());")]
    [InlineData("services.AddScoped(provider => new KlingClient(provider.GetRequiredService<IClock>().ToString()!));")]
    [InlineData("services.AddTransient(provider => new KlingClient(provider.GetRequiredService<System.Net.Http.HttpClient>()));")]
    [InlineData("services.AddHttpClient<KlingClient>(); services.AddKling();")]
    [InlineData("services.AddScoped<IClock>();")]
    [InlineData("KlingClient? own = null; services.AddTransient(_ => own ??= new KlingClient());")]
    [InlineData("services.AddTransient(typeof(IClock));")]
    public Task A_client_that_all_share_or_that_belongs_to_a_user_is_not_reported(string statements) => Verify("KLING213", statements);

    private static Task Verify(string id, string statements) => FixTest.AssertReportsAsync(
        id,
        "using Microsoft.Extensions.Configuration;\nusing Microsoft.Extensions.DependencyInjection;\n"
            + FixTest.InMethod($"Add(new(), null!);\n\nvoid Add(ServiceCollection services, IConfiguration section)\n{{\n    {statements}\n}}")
            + Services);
}
