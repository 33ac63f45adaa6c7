using System.Net;

namespace Kling.Emulator.Tests.Contract;

/// <summary>Errors that a test asks for, with <see cref="EmulatorFault.Error"/> and <see cref="EmulatorFault.RateLimit"/>.</summary>
public sealed class ErrorFaultTests
{
    [Fact]
    public async Task A_rate_limit_is_429_with_its_reset_time()
    {
        using var fixture = new EmulatorFixture();
        fixture.Emulator.When(static request => request.Operation is EmulatorOperation.Submit, EmulatorFault.RateLimit(TimeSpan.FromSeconds(30)), times: 1);

        using HttpResponseMessage answer = await fixture.PostAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("2026-09-01T12:00:30.000Z", Assert.Single(answer.Headers.GetValues("x-rate-limit-reset-at-utc")));
        Assert.Null(answer.Headers.RetryAfter);
        _ = await fixture.SubmitAsync();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(406)]
    [InlineData(410)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Every_error_fault_has_the_error_format_of_its_status_and_creates_no_job(int status)
    {
        using var fixture = new EmulatorFixture();
        fixture.Emulator.When(static request => request.Slug == "clip", EmulatorFault.Error((HttpStatusCode)status), times: 1);

        using HttpResponseMessage answer = await fixture.PostAsync();

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotEmpty(await ErrorAsync(answer));
        Assert.Equal((1, 0), (fixture.Emulator.Counters.Posts, fixture.Emulator.Counters.JobsAccepted));
    }

    [Theory]
    [InlineData(401, "application/json")]
    [InlineData(405, "text/html")]
    public async Task The_error_faults_401_and_405_have_their_own_formats(int status, string mediaType)
    {
        using var fixture = new EmulatorFixture();
        fixture.Emulator.When(static _ => true, EmulatorFault.Error((HttpStatusCode)status, "<told>"));

        using HttpResponseMessage answer = await fixture.PostAsync();

        string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal((status, mediaType), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("told", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<told>", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_fault_can_have_its_own_message()
    {
        using var fixture = new EmulatorFixture();
        fixture.Emulator.When(static _ => true, EmulatorFault.Error(HttpStatusCode.NotAcceptable, "Team spend limit reached"));

        using HttpResponseMessage answer = await fixture.PostAsync();

        Assert.Equal("Team spend limit reached", await ErrorAsync(answer));
    }

    [Fact]
    public async Task Fault_rules_apply_in_their_order_and_as_often_as_configured()
    {
        using var fixture = new EmulatorFixture();
        fixture.Emulator.When(static _ => true, EmulatorFault.Error(HttpStatusCode.BadGateway), times: 2);
        fixture.Emulator.When(static request => request.Operation is EmulatorOperation.Submit, EmulatorFault.Error(HttpStatusCode.ServiceUnavailable), times: 1);
        List<int> statuses = [];

        for (int i = 0; i < 4; i++)
        {
            using HttpResponseMessage answer = await fixture.PostAsync();
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Equal([502, 502, 503, 200], statuses);
    }

    [Fact]
    public void Invalid_fault_rules_are_refused()
    {
        using var fixture = new EmulatorFixture();

        _ = Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.Error(HttpStatusCode.OK));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.Error((HttpStatusCode)600));
        _ = Assert.Throws<ArgumentException>(() => EmulatorFault.JobFailure(" "));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => fixture.Emulator.When(static _ => true, EmulatorFault.JobFailure("x"), times: 0));
    }

    private static async Task<string> ErrorAsync(HttpResponseMessage answer) =>
        (await EmulatorFixture.BodyAsync(answer)).GetProperty("error").GetString()!;
}
