namespace Kling.CodeFixes.Tests.Use;

public sealed class OptionTests
{
    [Theory]
    [InlineData("_ = new KlingRunOptions { MaxInFlight = [|0|] };")]
    [InlineData("_ = new KlingRunOptions { SpendLimit = [|-1|] };")]
    [InlineData("_ = new KlingRunOptions { SpendLimit = [|-0.5m|] };")]
    [InlineData("_ = new KlingRunOptions { JobTimeout = [|TimeSpan.FromHours(2)|] };")]
    [InlineData("_ = new KlingClientOptions { JobTimeout = [|new TimeSpan(1, 0, 1)|] };")]
    [InlineData("_ = new KlingClientOptions { JobTimeout = [|TimeSpan.FromSeconds(-5)|] };")]
    [InlineData("_ = new KlingClientOptions { JobTimeout = [|-TimeSpan.FromSeconds(5)|] };")]
    [InlineData("_ = new KlingClientOptions { JobTimeout = [|TimeSpan.MaxValue|] };")]
    [InlineData("_ = new KlingClientOptions { JobTimeout = [|TimeSpan.FromDays(1800)|] };")]
    [InlineData("_ = new KlingClientOptions { SubmitTimeout = [|TimeSpan.Zero|] };")]
    [InlineData("_ = new KlingClientOptions { SubmitTimeout = [|System.Threading.Timeout.InfiniteTimeSpan|] };")]
    [InlineData("_ = new KlingClientOptions { SubmitTimeout = [|TimeSpan.FromMinutes(61)|] };")]
    [InlineData("_ = new KlingClientOptions { SubmitTimeout = job0 is null ? [|TimeSpan.Zero|] : TimeSpan.FromSeconds(5) };")]
    [InlineData("var options = new KlingClientOptions(); options.MaxPollsPerSecond = [|0|];")]
    [InlineData("var options = new KlingClientOptions(); options.MaxPollsPerSecond = [|20_000.5|];")]
    [InlineData("const int none = 0; _ = new KlingClientOptions { MaxUploadSize = [|none|] };")]
    [InlineData("_ = new KlingClientOptions { BaseAddress = [|new Uri(\"http://api.segmind.com\")|] };")]
    [InlineData("_ = new KlingClientOptions { BaseAddress = [|new Uri(\"ftp://api.example.com\")|] };")]
    [InlineData("_ = new KlingClientOptions { BaseAddress = [|new(\"https://api.example.com/?a=b\")|] };")]
    [InlineData("_ = new KlingClientOptions { UploadAddress = [|new Uri(\"http://storage.example.com/upload\")|] };")]
    [InlineData("_ = new KlingClientOptions { BaseAddress = [|new Uri(\"http://emulator:5080\")|], InsecureHosts = [\"emulator2\"] };")]
    [InlineData("_ = new KlingClientOptions { BaseAddress = [|new Uri(\"http://api.segmind.com\")|], InsecureHosts = [[|\"api.segmind.com\"|]] };")]
    [InlineData("var options = new KlingClientOptions(); options.BaseAddress = [|new Uri(\"http://emulator:5080\")|];")]
    [InlineData("const string proxy = \"http://proxy.example\"; _ = new KlingClientOptions { BaseAddress = [|new Uri(proxy)|] };")]
    [InlineData("_ = new KlingClientOptions { InsecureHosts = [[|\"http://emulator\"|], \"emulator\"] };")]
    [InlineData("_ = new KlingClientOptions { InsecureHosts = new[] { [|\"emulator:5080\"|] } };")]
    [InlineData("new KlingClientOptions().InsecureHosts = new List<string> { [|\"*.example\"|] };")]
    [InlineData("return await job0.WaitForCompletionAsync([|TimeSpan.FromSeconds(-1)|]);")]
    [InlineData("return await job0.WaitForCompletionAsync(timeout: [|TimeSpan.MinValue|]);")]
    [InlineData("var limit = TimeSpan.FromHours(2); _ = new KlingClientOptions { JobTimeout = [|limit|] };")]
    [InlineData("const int hours = 2; var limit = TimeSpan.FromHours(hours); _ = new KlingRunOptions { JobTimeout = [|limit + TimeSpan.FromSeconds(1)|] };")]
    [InlineData("_ = new KlingClientOptions { JobTimeout = [|TimeSpan.FromMinutes(30) * 3|] };")]
    [InlineData("_ = new KlingClientOptions { JobTimeout = [|3 * TimeSpan.FromMinutes(30)|] };")]
    [InlineData("_ = new KlingClientOptions { SubmitTimeout = [|TimeSpan.FromMinutes(2).Subtract(TimeSpan.FromSeconds(120))|] };")]
    [InlineData("_ = new KlingClientOptions { SubmitTimeout = [|TimeSpan.FromSeconds(value: 3601)|] };")]
    [InlineData("_ = new KlingClientOptions { SubmitTimeout = [|TimeSpan.Parse(\"01:00:01\")|] };")]
    [InlineData("_ = new KlingClientOptions { SubmitTimeout = [|new TimeSpan(hours: 1, minutes: 0, seconds: 1)|] };")]
    [InlineData("_ = new KlingClientOptions { SubmitTimeout = Environment.GetCommandLineArgs().Length switch { 1 => TimeSpan.FromSeconds(1), _ => [|TimeSpan.Zero|] } };")]
    [InlineData("_ = new KlingClientOptions { MaxPollsPerSecond = [|TimeSpan.FromHours(4).TotalSeconds|] };")]
    [InlineData("_ = new KlingRunOptions { MaxInFlight = [|Math.Min(0, Environment.ProcessorCount)|] };")]
    [InlineData("int none = 1 - 1; _ = new KlingRunOptions { MaxInFlight = [|none|] };")]
    [InlineData("_ = new KlingClientOptions { MaxPollsPerSecond = [|double.NaN|] };")]
    [InlineData("void Set(KlingClientOptions options) => options.JobTimeout = [|TimeSpan.FromMinutes(61)|]; Set(new());")]
    [InlineData("Action<KlingClientOptions> set = options => { options.MaxPollsPerSecond = [|0|]; }; set(new());")]
    [InlineData("System.Array.ForEach(new KlingClientOptions[1], options => options.MaxPollsPerSecond = [|0|]);")]
    [InlineData("_ = new KlingClientOptions { Polling = PollingStrategy.Fixed([|TimeSpan.Zero|]) };")]
    [InlineData("_ = PollingStrategy.Fixed(interval: [|TimeSpan.FromHours(1.1)|]);")]
    [InlineData("_ = PollingStrategy.Exponential([|TimeSpan.FromSeconds(-1)|], TimeSpan.FromSeconds(9));")]
    [InlineData("_ = PollingStrategy.Exponential(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(9), [|0.5|]);")]
    [InlineData("_ = PollingStrategy.Exponential(TimeSpan.FromSeconds(10), [|TimeSpan.FromSeconds(9)|]);")]
    [InlineData("_ = PollingStrategy.LatencyAware(longest: [|TimeSpan.FromSeconds(1)|], shortest: TimeSpan.FromSeconds(2));")]
    [InlineData("_ = PollingStrategy.LatencyAware(delay: [|TimeSpan.Zero|]);")]
    public Task An_option_outside_its_range_is_reported(string statements) => Verify("KLING211", statements);

    [Theory]
    [InlineData("_ = new KlingRunOptions { MaxInFlight = 1, SpendLimit = 0, JobTimeout = null };")]
    [InlineData("_ = new KlingRunOptions { SpendLimit = 0.5m, JobTimeout = TimeSpan.FromHours(1) };")]
    [InlineData("_ = new KlingClientOptions { JobTimeout = System.Threading.Timeout.InfiniteTimeSpan, SubmitTimeout = TimeSpan.FromHours(1) };")]
    [InlineData("_ = new KlingClientOptions { JobTimeout = TimeSpan.Zero, SubmitTimeout = TimeSpan.FromTicks(1) };")]
    [InlineData("_ = new KlingClientOptions { JobTimeout = TimeSpan.FromHours(DateTime.Now.Hour), MaxPollsPerSecond = 0.001 };")]
    [InlineData("_ = new KlingClientOptions { BaseAddress = new Uri(\"http://localhost:5080\"), UploadAddress = new Uri(\"http://127.0.0.1/upload\") };")]
    [InlineData("_ = new KlingClientOptions { BaseAddress = new Uri(\"http://emulator:5080\"), InsecureHosts = [\"emulator\"] };")]
    [InlineData("_ = new KlingClientOptions { BaseAddress = new Uri(\"https://proxy.example/segmind\"), MaxUploadSize = 1 };")]
    [InlineData("return await job0.WaitForCompletionAsync(TimeSpan.FromHours(2));")]
    [InlineData("var limit = TimeSpan.FromHours(2); limit = TimeSpan.FromMinutes(2); _ = new KlingClientOptions { JobTimeout = limit };")]
    [InlineData("var limit = TimeSpan.FromHours(2); _ = new KlingClientOptions { JobTimeout = limit / 2 };")]
    [InlineData("var limit = TimeSpan.FromHours(2); _ = new KlingClientOptions { JobTimeout = limit / Environment.ProcessorCount };")]
    [InlineData("_ = new KlingClientOptions { SubmitTimeout = TimeSpan.FromSeconds(Math.Max(1, Environment.ProcessorCount)) };")]
    [InlineData("_ = new KlingRunOptions { MaxInFlight = Math.Min(1, Environment.ProcessorCount) };")]
    [InlineData("int count = 0; count++; _ = new KlingRunOptions { MaxInFlight = count };")]
    [InlineData("_ = new KlingClientOptions { MaxPollsPerSecond = 1 / TimeSpan.FromSeconds(2).TotalSeconds };")]
    [InlineData("_ = PollingStrategy.Fixed(TimeSpan.FromHours(1)); _ = PollingStrategy.Fixed(TimeSpan.FromTicks(1));")]
    [InlineData("_ = PollingStrategy.Exponential(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2), 1);")]
    [InlineData("_ = PollingStrategy.LatencyAware(shortest: TimeSpan.FromSeconds(2)); _ = PollingStrategy.LatencyAware(delay: null);")]
    [InlineData("var options = new KlingClientOptions(); options.BaseAddress = new Uri(\"http://emulator:5080\"); options.InsecureHosts = [\"emulator\"];")]
    [InlineData("_ = new KlingClientOptions { BaseAddress = new Uri(\"http://Emulator.:5080\"), InsecureHosts = [\"other\", \"emulator\"] };")]
    [InlineData("_ = new KlingClientOptions { BaseAddress = new Uri(\"http://emulator:5080\"), InsecureHosts = Environment.GetCommandLineArgs() };")]
    [InlineData("_ = new KlingClientOptions { BaseAddress = new Uri($\"http://{Environment.MachineName}:5080\"), InsecureHosts = [Environment.MachineName] };")]
    [InlineData("_ = new KlingClientOptions { InsecureHosts = [\"emulator\", \"10.0.0.7\", \"::1\", \"kling.internal\"] };")]
    [InlineData("Refused(options => options.MaxPollsPerSecond = 0);\nstatic void Refused(Action<KlingClientOptions> set) { try { set(new()); } catch (ArgumentException) { } }")]
    [InlineData("Configure(new KlingClientOptions());\nstatic void Configure(KlingClientOptions options) { Bind(options); options.BaseAddress = new Uri(\"http://emulator:5080\"); }\nstatic void Bind(KlingClientOptions options) => Console.WriteLine(options);")]
    [InlineData("return await job0.WaitForCompletionAsync(System.Threading.Timeout.InfiniteTimeSpan);")]
    [InlineData("_ = new Other { MaxInFlight = 0 };")]
    public Task An_option_within_its_range_is_not_reported(string statements) => Verify("KLING211", statements);

    [Theory]
    [InlineData("_ = new KlingClient(new System.Net.Http.HttpClient { Timeout = [|TimeSpan.FromSeconds(10)|] });")]
    [InlineData("var http = new System.Net.Http.HttpClient { Timeout = [|TimeSpan.FromSeconds(10)|] }; _ = new KlingClient(http);")]
    [InlineData("var http = new System.Net.Http.HttpClient(); http.Timeout = [|TimeSpan.FromSeconds(99)|]; _ = new KlingClient(http, new KlingClientOptions { ApiKey = \"a\" });")]
    [InlineData("_ = new KlingClient(new System.Net.Http.HttpClient { Timeout = [|TimeSpan.FromMinutes(4)|] }, new KlingClientOptions { SubmitTimeout = TimeSpan.FromMinutes(5) });")]
    [InlineData("var options = new KlingClientOptions(); _ = new KlingClient(new System.Net.Http.HttpClient { Timeout = [|TimeSpan.FromSeconds(10)|] }, options);")]
    [InlineData("var options = new KlingClientOptions { ApiKey = \"a\" }; options.SubmitTimeout = TimeSpan.FromSeconds(11); _ = new KlingClient(new System.Net.Http.HttpClient { Timeout = [|TimeSpan.FromSeconds(10)|] }, options);")]
    [InlineData("var limit = TimeSpan.FromSeconds(10); var http = new System.Net.Http.HttpClient { Timeout = [|limit|] }; http.DefaultRequestHeaders.Clear(); _ = new KlingClient(http);")]
    [InlineData("_ = new KlingClient([|new System.Net.Http.HttpClient()|], new KlingClientOptions { SubmitTimeout = TimeSpan.FromMinutes(5) });")]
    [InlineData("var http = new System.Net.Http.HttpClient(); _ = new KlingClient([|http|], new() { SubmitTimeout = TimeSpan.FromSeconds(101) });")]
    public Task A_timeout_of_the_HttpClient_that_is_too_short_is_reported(string statements) => Verify("KLING212", statements);

    [Theory]
    [InlineData("_ = new KlingClient(new System.Net.Http.HttpClient());")]
    [InlineData("_ = new KlingClient(new System.Net.Http.HttpClient { Timeout = TimeSpan.FromSeconds(100) });")]
    [InlineData("_ = new KlingClient(new System.Net.Http.HttpClient { Timeout = System.Threading.Timeout.InfiniteTimeSpan });")]
    [InlineData("_ = new KlingClient(new System.Net.Http.HttpClient { Timeout = TimeSpan.FromSeconds(10) }, new KlingClientOptions { SubmitTimeout = TimeSpan.FromSeconds(9) });")]
    [InlineData("var options = new KlingClientOptions(); Set(options); _ = new KlingClient(new System.Net.Http.HttpClient { Timeout = TimeSpan.FromSeconds(10) }, options);\nstatic void Set(KlingClientOptions options) => options.SubmitTimeout = TimeSpan.FromSeconds(5);")]
    [InlineData("var http = new System.Net.Http.HttpClient(); Set(http); _ = new KlingClient(http, new() { SubmitTimeout = TimeSpan.FromMinutes(5) });\nstatic void Set(System.Net.Http.HttpClient http) => http.Timeout = TimeSpan.FromMinutes(5);")]
    [InlineData("var http = new System.Net.Http.HttpClient(); http.Timeout = TimeSpan.FromMinutes(5); _ = new KlingClient(http, new() { SubmitTimeout = TimeSpan.FromMinutes(5) });")]
    [InlineData("System.Net.Http.HttpClient http = job0 is null ? new() { Timeout = TimeSpan.FromSeconds(10) } : new() { Timeout = TimeSpan.FromMinutes(5) }; _ = new KlingClient(http);")]
    [InlineData("_ = new System.Net.Http.HttpClient { Timeout = TimeSpan.FromSeconds(10) };")]
    [InlineData("var options = new KlingClientOptions { SubmitTimeout = TimeSpan.FromSeconds(9) }; _ = new KlingClient(new System.Net.Http.HttpClient { Timeout = TimeSpan.FromSeconds(10) }, options);")]
    public Task A_timeout_of_the_HttpClient_that_is_long_enough_is_not_reported(string statements) => Verify("KLING212", statements);

    [Fact]
    public Task A_timeout_in_a_field_is_reported_where_it_is_set() => FixTest.AssertReportsAsync("KLING212", """
        using System;
        using System.Net.Http;
        using Kling;

        internal static class Studio
        {
            private static readonly HttpClient Http = new() { Timeout = [|TimeSpan.FromSeconds(10)|] };

            private static readonly HttpClient Patient = new() { Timeout = TimeSpan.FromMinutes(10) };

            private static readonly HttpClient Changed = new() { Timeout = TimeSpan.FromSeconds(10) };

            private static readonly HttpClient Thumbnails = new() { Timeout = TimeSpan.FromSeconds(10) };

            static Studio() => Changed.Timeout = TimeSpan.FromMinutes(10);

            public static KlingClient[] Clients() => [new(Http), new(Patient), new(Changed), new(Thumbnails.Timeout.ToString())];
        }
        """);

    private static Task Verify(string id, string statements) => FixTest.AssertReportsAsync(id, FixTest.InMethod(statements) + "\n\ninternal sealed class Other { public int MaxInFlight { get; set; } }\n");
}
