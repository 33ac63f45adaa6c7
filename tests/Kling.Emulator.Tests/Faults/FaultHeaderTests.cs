using System.Net;
using System.Text.Json;
using Kling.Emulator.Tests.Contract;

namespace Kling.Emulator.Tests.Faults;

public sealed class FaultHeaderTests
{
    private static readonly SegmindEmulatorOptions On = new() { FaultsByHeader = true };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("error=503", 503, 0)]
    [InlineData("error=502;after", 502, 1)]
    [InlineData("ERROR = 502 ; after", 502, 1)]
    [InlineData("html=405", 405, 0)]
    [InlineData("html=200;after", 200, 1)]
    [InlineData("rate-limit=30", 429, 0)]
    [InlineData("redirect=307 https://elsewhere.example/", 307, 0)]
    [InlineData("empty-body", 200, 1)]
    [InlineData("output-late=5;AFTER", 200, 1)]
    [InlineData("job-failed=not%20today%2C thanks, job-seconds=1.5", 200, 1)]
    [InlineData("job-unknown=1,job-forgotten=5,foreign-address=https://elsewhere.example,clock-skew=-90", 200, 1)]
    public async Task A_request_gets_the_fault_that_it_asks_for(string fault, int status, int jobs)
    {
        using var fixture = new EmulatorFixture(On);

        using HttpResponseMessage answer = await PostAsync(fixture, fault);

        Assert.Equal((status, jobs), ((int)answer.StatusCode, fixture.Emulator.Counters.JobsAccepted));
    }

    [Theory]
    [InlineData("reset-before-body", 0)]
    [InlineData("reset", 0)]
    [InlineData("reset;after", 1)]
    public async Task A_request_may_ask_for_a_broken_connection(string fault, int jobs)
    {
        using var fixture = new EmulatorFixture(On);

        _ = await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(fixture, fault));

        Assert.Equal(jobs, fixture.Emulator.Counters.JobsAccepted);
    }

    [Theory]
    [InlineData("truncated-body")]
    [InlineData("slow-body=10, truncated-body")]
    public async Task A_request_may_ask_for_a_truncated_response(string fault)
    {
        using var fixture = new EmulatorFixture(On);

        _ = await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(fixture, fault));
    }

    [Fact]
    public async Task The_values_in_the_header_are_passed_to_the_fault()
    {
        using var fixture = new EmulatorFixture(On);

        using HttpResponseMessage limited = await PostAsync(fixture, "clock-skew=-90, rate-limit=30.5");
        using HttpResponseMessage accepted = await PostAsync(fixture, "job-failed=not%20today%2C thanks, job-seconds=1.5, foreign-address=https://elsewhere.example");

        Assert.Equal("2026-09-01T11:59:00.500Z", Assert.Single(limited.Headers.GetValues("x-rate-limit-reset-at-utc")));
        Assert.Equal((TimeSpan.FromSeconds(31), fixture.Clock.GetUtcNow().AddSeconds(-90)), (limited.Headers.RetryAfter?.Delta, limited.Headers.Date));
        EmulatorJob job = Assert.Single(fixture.Emulator.Jobs);
        Assert.Equal((TimeSpan.FromSeconds(1.5), "not today, thanks"), (job.Duration, job.Error));
        JsonElement body = await EmulatorFixture.BodyAsync(accepted);
        Assert.StartsWith("https://elsewhere.example/", body.GetProperty("status_url").GetString(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Refused
    {
        get
        {
            var rows = new TheoryData<string, string>
            {
                { "", "It must be one of error, html" },
                { " ", "It must be one of error" },
                { "fire", "It must be one of error" },
                { "error=500;before", "add ';after' to handle the request first" },
                { "error=500;", "add ';after' to handle the request first" },
                { "reset;after;after", "add ';after' to handle the request first" },
                { "empty-body,,reset", "It must be one of error" },
                { "=5", "It must be one of error" },
                { "\u00e4", "It must be one of error" },
                { "error=503, ERROR=500", "must not be given twice" },
                { "reset,reset;after", "must not be given twice" },
                { "job-failed=" + new string('x', 2_000), "at most 2000 are allowed" },
                { new string('x', 1_999), "is not a fault" },
                { "redirect=307", "301, 302, 303, 307 or 308" },
                { "redirect=307 /here", "301, 302, 303, 307 or 308" },
                { "redirect=200 https://example.com/", "301, 302, 303, 307 or 308" },
                { "redirect=307 javascript:x", "http or https URL" },
                { "foreign-address=/here", "http or https URL" },
                { "foreign-address=ftp://example.com", "http or https URL" },
                { "job-failed", "a text that is not empty" },
                { "job-failed=%20", "a text that is not empty" },
                { "slow-body=0", "more than 0 and at most 2592000" },
                { "slow-body=2592001", "more than 0 and at most 2592000" },
                { "reset=1", "This fault has no value" },
                { "empty-body=yes", "This fault has no value" },
            };
            foreach (string name in (string[])["rate-limit", "slow-body", "job-seconds", "job-unknown", "job-forgotten", "output-late", "history-late", "clock-skew"])
            {
                foreach (string value in (string[])["", "x", "NaN", "Infinity", "-Infinity", "1e11", "-1e11", "1e300", "1e400", "0x10", "1_000", "5 s", "%zz"])
                {
                    rows.Add($"{name}={value}", "a number of seconds");
                }
            }

            foreach (string name in (string[])["error", "html"])
            {
                foreach (string value in (string[])["", "x", "99", "600", "-500", "5e2", "500.0", "99999999999", "NaN"])
                {
                    rows.Add($"{name}={value}", "The value must be a status from");
                }
            }

            foreach (string value in (string[])["job-seconds", "job-unknown", "job-forgotten", "output-late", "history-late"])
            {
                rows.Add($"{value}=-0.1", "a number of seconds from 0 to 3153600000");
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_fault_that_cannot_be_read_is_400_and_says_what_is_allowed(string fault, string allowed)
    {
        using var fixture = new EmulatorFixture(On);

        using HttpResponseMessage answer = await PostAsync(fixture, fault);

        Assert.Equal((HttpStatusCode.BadRequest, 0), (answer.StatusCode, fixture.Emulator.Counters.JobsAccepted));
        string? error = (await EmulatorFixture.BodyAsync(answer)).GetProperty("error").GetString();
        Assert.StartsWith("x-emulator-fault: ", error, StringComparison.Ordinal);
        Assert.Contains(allowed, error, StringComparison.Ordinal);
        Assert.InRange(error!.Length, 1, 600);
    }

    [Theory]
    [InlineData("rate-limit=3153600000")]
    [InlineData("rate-limit=-3153600000")]
    [InlineData("clock-skew=3153600000,rate-limit=3153600000")]
    [InlineData("clock-skew=-3153600000,rate-limit=-3153600000")]
    [InlineData("job-seconds=3153600000,job-unknown=3153600000,job-forgotten=3153600000,output-late=3153600000,history-late=3153600000,clock-skew=-3153600000")]
    public async Task The_largest_values_of_a_fault_are_applied(string fault)
    {
        using var fixture = new EmulatorFixture(On);

        using HttpResponseMessage answer = await PostAsync(fixture, fault);

        Assert.Equal(fault.Contains("rate-limit", StringComparison.Ordinal) ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_header_takes_precedence_over_a_rule_and_does_not_use_it_up()
    {
        using var fixture = new EmulatorFixture(On);
        fixture.Emulator.When(static _ => true, EmulatorFault.Error(HttpStatusCode.BadGateway), times: 1);

        using HttpResponseMessage first = await PostAsync(fixture, "error=503");
        using HttpResponseMessage second = await fixture.PostAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.BadGateway), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task The_header_is_ignored_unless_FaultsByHeader_is_set()
    {
        using var fixture = new EmulatorFixture();

        using HttpResponseMessage answer = await PostAsync(fixture, "error=503");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(EmulatorFixture fixture, string fault)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v2/clip", UriKind.Relative)) { Content = EmulatorFixture.Json("""{"prompt":"a"}""") };
        Assert.True(request.Headers.TryAddWithoutValidation("x-emulator-fault", fault));
        return await fixture.Client.SendAsync(request, Token);
    }
}
