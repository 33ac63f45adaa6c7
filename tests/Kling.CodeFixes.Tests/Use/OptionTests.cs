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
    [InlineData("return await job0.WaitForCompletionAsync([|TimeSpan.FromSeconds(-1)|]);")]
    [InlineData("return await job0.WaitForCompletionAsync(timeout: [|TimeSpan.MinValue|]);")]
    public Task An_option_that_is_refused_is_reported(string statements) => Verify("KLING211", statements);

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
    [InlineData("return await job0.WaitForCompletionAsync(System.Threading.Timeout.InfiniteTimeSpan);")]
    [InlineData("_ = new Other { MaxInFlight = 0 };")]
    public Task An_allowed_one_is_not(string statements) => Verify("KLING211", statements);

    [Theory]
    [InlineData("_ = new KlingClient(new System.Net.Http.HttpClient { Timeout = [|TimeSpan.FromSeconds(10)|] });")]
    [InlineData("var http = new System.Net.Http.HttpClient { Timeout = [|TimeSpan.FromSeconds(10)|] }; _ = new KlingClient(http);")]
    [InlineData("var http = new System.Net.Http.HttpClient(); http.Timeout = [|TimeSpan.FromSeconds(99)|]; _ = new KlingClient(http, new KlingClientOptions { ApiKey = \"a\" });")]
    [InlineData("_ = new KlingClient(new System.Net.Http.HttpClient { Timeout = [|TimeSpan.FromMinutes(4)|] }, new KlingClientOptions { SubmitTimeout = TimeSpan.FromMinutes(5) });")]
    public Task A_timeout_of_the_HttpClient_that_is_too_short_is_reported(string statements) => Verify("KLING212", statements);

    [Theory]
    [InlineData("_ = new KlingClient(new System.Net.Http.HttpClient());")]
    [InlineData("_ = new KlingClient(new System.Net.Http.HttpClient { Timeout = TimeSpan.FromSeconds(100) });")]
    [InlineData("_ = new KlingClient(new System.Net.Http.HttpClient { Timeout = System.Threading.Timeout.InfiniteTimeSpan });")]
    [InlineData("_ = new KlingClient(new System.Net.Http.HttpClient { Timeout = TimeSpan.FromSeconds(10) }, new KlingClientOptions { SubmitTimeout = TimeSpan.FromSeconds(9) });")]
    [InlineData("var options = new KlingClientOptions(); _ = new KlingClient(new System.Net.Http.HttpClient { Timeout = TimeSpan.FromSeconds(10) }, options);")]
    public Task One_that_is_long_enough_is_not(string statements) => Verify("KLING212", statements);

    private static Task Verify(string id, string statements) => FixTest.AssertReportsAsync(id, FixTest.InMethod(statements) + "\n\ninternal sealed class Other { public int MaxInFlight { get; set; } }\n");
}
