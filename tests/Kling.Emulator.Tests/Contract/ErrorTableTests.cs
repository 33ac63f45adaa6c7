using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Kling.Emulator.Tests.Contract;

/// <summary>Every row of the API's error table: those that come by themselves, and those that come on demand.</summary>
public sealed class ErrorTableTests
{
    [Fact]
    public async Task An_invalid_body_is_400_and_lists_every_violation()
    {
        using var fixture = new EmulatorFixture();

        using HttpResponseMessage answer = await fixture.PostAsync(body: """{"scale":1.5,"image_url":"/x"}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        string error = await ErrorAsync(answer);
        Assert.Contains("/prompt: This parameter is required.", error, StringComparison.Ordinal);
        Assert.Contains("/scale: 1.5 is more than the maximum of 1.", error, StringComparison.Ordinal);
        Assert.Contains("/image_url: ", error, StringComparison.Ordinal);
        Assert.Equal(0, fixture.Emulator.Counters.JobsAccepted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"prompt\":\"a\",}")]
    [InlineData("{\"prompt\":NaN}")]
    public async Task A_body_that_is_no_json_is_400(string body)
    {
        using var fixture = new EmulatorFixture();

        using HttpResponseMessage answer = await fixture.PostAsync(body: body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("The request body is not JSON", await ErrorAsync(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("SG_0123456789abcde")]
    [InlineData("SG_0123456789abcdefg")]
    [InlineData("sg_0123456789abcdef")]
    [InlineData("key")]
    public async Task A_missing_or_misshapen_key_is_401_with_the_envelope_of_the_auth_surface(string? key)
    {
        using var fixture = new EmulatorFixture();
        using HttpClient stranger = fixture.Stranger();
        if (key is not null)
        {
            Assert.True(stranger.DefaultRequestHeaders.TryAddWithoutValidation("x-api-key", key));
        }

        using HttpResponseMessage answer = await stranger.PostAsync(new Uri("/v2/clip", UriKind.Relative), EmulatorFixture.Json("""{"prompt":"a"}"""), TestContext.Current.CancellationToken);

        JsonElement body = await EmulatorFixture.BodyAsync(answer);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(["error", "error_description", "status_code"], body.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(401, body.GetProperty("status_code").GetInt32());
        Assert.Equal(0, fixture.Emulator.Counters.JobsAccepted);
    }

    [Theory]
    [InlineData("SG_0123456789abcdef", HttpStatusCode.OK)]
    [InlineData("SG_0", HttpStatusCode.Unauthorized)]
    public async Task A_key_among_the_headers_of_the_content_counts_as_it_does_on_the_wire(string key, HttpStatusCode status)
    {
        using var fixture = new EmulatorFixture();
        using HttpClient stranger = fixture.Stranger();
        using StringContent content = EmulatorFixture.Json("""{"prompt":"a"}""");
        content.Headers.Add("x-api-key", key);

        using HttpResponseMessage answer = await stranger.PostAsync(new Uri("/v2/clip", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Two_keys_are_401()
    {
        using var fixture = new EmulatorFixture();
        using StringContent content = EmulatorFixture.Json("""{"prompt":"a"}""");
        content.Headers.Add("x-api-key", EmulatorFixture.Key);

        using HttpResponseMessage answer = await fixture.Client.PostAsync(new Uri("/v2/clip", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_bearer_token_is_401_on_every_address()
    {
        using var fixture = new EmulatorFixture();
        string id = (await fixture.SubmitAsync()).GetProperty("request_id").GetString()!;
        using HttpClient stranger = fixture.Stranger();
        stranger.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", EmulatorFixture.Key);

        foreach (string path in (string[])[$"/v2/requests/{id}", $"/v2/requests/{id}/status"])
        {
            using HttpResponseMessage answer = await stranger.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task With_a_key_set_another_one_of_the_right_shape_is_401()
    {
        using var fixture = new EmulatorFixture(new SegmindEmulatorOptions { ApiKey = "SG_ffffffffffffffff" });

        using HttpResponseMessage answer = await fixture.PostAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("/v2/requests/none", "Request none not found")]
    [InlineData("/v2/requests/none/status", "Request none not found")]
    [InlineData("/v2/requests/a%2Fb", "Request a/b not found")]
    [InlineData("/v2", "Not found")]
    [InlineData("/v1/clip", "Not found")]
    [InlineData("/v2/requests/a/b", "Not found")]
    public async Task An_unknown_id_or_address_is_404(string path, string error)
    {
        using var fixture = new EmulatorFixture();

        using HttpResponseMessage answer = await fixture.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, error), (answer.StatusCode, await ErrorAsync(answer)));
    }

    [Fact]
    public async Task An_unknown_model_is_404()
    {
        using var fixture = new EmulatorFixture();

        using HttpResponseMessage answer = await fixture.PostAsync("klip");

        Assert.Equal((HttpStatusCode.NotFound, "Model klip not found"), (answer.StatusCode, await ErrorAsync(answer)));
    }

    [Theory]
    [InlineData("GET", "/v2/clip")]
    [InlineData("PUT", "/v2/clip")]
    [InlineData("POST", "/v2/requests/x")]
    [InlineData("DELETE", "/v2/requests/x/status")]
    public async Task A_wrong_verb_is_405_with_a_page_of_html(string verb, string path)
    {
        using var fixture = new EmulatorFixture();
        using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri(path, UriKind.Relative));

        using HttpResponseMessage answer = await fixture.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("<!doctype html>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/jsonp")]
    public async Task A_wrong_or_missing_content_type_is_406(string? type)
    {
        using var fixture = new EmulatorFixture();
        using StringContent content = EmulatorFixture.Json("""{"prompt":"a"}""");
        content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);

        using HttpResponseMessage answer = await fixture.Client.PostAsync(new Uri("/v2/clip", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
        Assert.StartsWith("Invalid content type", await ErrorAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submit_that_the_credits_do_not_pay_for_is_406()
    {
        using var fixture = new EmulatorFixture(new SegmindEmulatorOptions { Credits = 2.9m });
        _ = await fixture.SubmitAsync();

        using HttpResponseMessage answer = await fixture.PostAsync();

        Assert.Equal((HttpStatusCode.NotAcceptable, "Not enough credits"), (answer.StatusCode, await ErrorAsync(answer)));
        Assert.Equal(1, fixture.Emulator.Counters.JobsAccepted);
    }

    [Fact]
    public async Task A_retired_model_is_410_and_a_deprecated_one_is_served()
    {
        using var fixture = new EmulatorFixture();

        using HttpResponseMessage retired = await fixture.PostAsync("retired");
        using HttpResponseMessage deprecated = await fixture.PostAsync("deprecated");

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.OK), (retired.StatusCode, deprecated.StatusCode));
    }

    [Fact]
    public async Task A_model_whose_schema_cannot_be_read_is_500_and_says_why()
    {
        using var fixture = new EmulatorFixture();

        using HttpResponseMessage answer = await fixture.PostAsync("unreadable");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Line 1, column 18", await ErrorAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_requests_are_429_with_the_instant_of_the_reset()
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
    public async Task Any_error_comes_on_demand_with_its_envelope_and_makes_no_job(int status)
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
    public async Task On_demand_401_and_405_keep_the_shapes_of_their_own(int status, string mediaType)
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
    public async Task A_message_of_ones_own_tells_a_spend_limit_from_missing_credits()
    {
        using var fixture = new EmulatorFixture();
        fixture.Emulator.When(static _ => true, EmulatorFault.Error(HttpStatusCode.NotAcceptable, "Team spend limit reached"));

        using HttpResponseMessage answer = await fixture.PostAsync();

        Assert.Equal("Team spend limit reached", await ErrorAsync(answer));
    }

    [Fact]
    public async Task Rules_apply_in_their_order_and_as_often_as_they_say()
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
    public void Rules_that_cannot_happen_are_refused()
    {
        using var fixture = new EmulatorFixture();

        _ = Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.Error(HttpStatusCode.OK));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.Error((HttpStatusCode)600));
        _ = Assert.Throws<ArgumentException>(() => EmulatorFault.JobFailure(" "));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => fixture.Emulator.When(static _ => true, EmulatorFault.JobFailure("x"), times: 0));
    }

    [Fact]
    public async Task Another_host_does_not_exist()
    {
        using var fixture = new EmulatorFixture();

        HttpRequestException exception = await Assert.ThrowsAsync<HttpRequestException>(() => fixture.GetAsync("https://example.com/v2/requests/x"));

        Assert.Equal(HttpRequestError.NameResolutionError, exception.HttpRequestError);
    }

    private static async Task<string> ErrorAsync(HttpResponseMessage answer) =>
        (await EmulatorFixture.BodyAsync(answer)).GetProperty("error").GetString()!;
}
