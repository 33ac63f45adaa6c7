using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Kling.Emulator.Tests.Contract;

/// <summary>The rows of the API's error table that requests can meet without a fault.</summary>
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
    public async Task A_body_that_is_not_JSON_is_400(string body)
    {
        using var fixture = new EmulatorFixture();

        using HttpResponseMessage answer = await fixture.PostAsync(body: body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("The request body is not JSON", await ErrorAsync(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v2/requests/none", "Request none not found")]
    [InlineData("/v2/requests/none/status", "Request none not found")]
    [InlineData("/v2/requests/a%2Fb", "Request a/b not found")]
    [InlineData("/v2", "Not found")]
    [InlineData("/v1/clip", "Not found")]
    [InlineData("/v2/requests/a/b", "Not found")]
    public async Task An_unknown_id_or_URL_is_404(string path, string error)
    {
        using var fixture = new EmulatorFixture();

        using HttpResponseMessage answer = await fixture.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, error), (answer.StatusCode, await ErrorAsync(answer)));
    }

    [Fact]
    public async Task An_unknown_model_is_404_and_the_error_says_how_to_add_it()
    {
        using var fixture = new EmulatorFixture();

        using HttpResponseMessage answer = await fixture.PostAsync("klip");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(
            "Model klip not found. The emulator serves only the models that it was given: add KlingModel.FromSchema(slug, schema) to them, or run 'kling emulator' with --untyped or --schemas.",
            await ErrorAsync(answer));
    }

    [Fact]
    public async Task A_failure_of_the_emulator_is_an_error_that_names_the_exception_and_no_lost_connection()
    {
        using var emulator = new SegmindEmulator([KlingModel.FromSchema("clip", "{}")], new SegmindEmulatorOptions { TimeProvider = new LastMoment() });
        using var http = new HttpClient(emulator);
        using var client = new KlingClient(http, new KlingClientOptions { ApiKey = EmulatorFixture.Key });

        KlingApiException e = await Assert.ThrowsAsync<KlingApiException>(
            () => client.SubmitAsync("clip", JsonElement.Parse("{}"), TestContext.Current.CancellationToken));

        Assert.Equal(KlingErrorKind.ServerError, e.Kind);
        Assert.StartsWith("The emulator itself failed (ArgumentOutOfRangeException): ", e.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_of_a_rule_reaches_the_caller_as_it_is()
    {
        using var emulator = new SegmindEmulator([KlingModel.FromSchema("clip", "{}")]);
        using KlingClient client = emulator.CreateClient();
        emulator.When(static _ => throw new NotSupportedException("A mistake in a test."), EmulatorFault.JobDuration(TimeSpan.Zero));

        NotSupportedException e = await Assert.ThrowsAsync<NotSupportedException>(
            () => client.SubmitAsync("clip", JsonElement.Parse("{}"), TestContext.Current.CancellationToken));

        Assert.Equal("A mistake in a test.", e.Message);
    }

    [Theory]
    [InlineData("GET", "/v2/clip")]
    [InlineData("PUT", "/v2/clip")]
    [InlineData("POST", "/v2/requests/x")]
    [InlineData("DELETE", "/v2/requests/x/status")]
    public async Task A_wrong_method_is_405_with_an_HTML_page(string verb, string path)
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
    public async Task A_submit_without_enough_credits_is_406()
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
    public async Task A_request_to_another_host_fails_with_a_name_resolution_error()
    {
        using var fixture = new EmulatorFixture();

        HttpRequestException exception = await Assert.ThrowsAsync<HttpRequestException>(() => fixture.GetAsync("https://example.com/v2/requests/x"));

        Assert.Equal(HttpRequestError.NameResolutionError, exception.HttpRequestError);
    }

    private static async Task<string> ErrorAsync(HttpResponseMessage answer) =>
        (await EmulatorFixture.BodyAsync(answer)).GetProperty("error").GetString()!;

    // No job can end after it.
    private sealed class LastMoment : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.MaxValue;
    }
}
