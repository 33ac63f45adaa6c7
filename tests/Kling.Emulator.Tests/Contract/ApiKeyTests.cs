using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Kling.Emulator.Tests.Contract;

/// <summary>Which API keys are accepted, and the response to the others.</summary>
public sealed class ApiKeyTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("SG_0123456789abcde")]
    [InlineData("SG_0123456789abcdefg")]
    [InlineData("sg_0123456789abcdef")]
    [InlineData("key")]
    public async Task A_missing_or_invalid_key_is_401_with_the_error_format_of_the_authentication(string? key)
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
    public async Task A_key_in_the_content_headers_is_accepted_as_on_the_wire(string key, HttpStatusCode status)
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
    public async Task A_bearer_token_is_401_on_every_URL()
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
    public async Task If_a_key_is_configured_any_other_key_is_401()
    {
        using var fixture = new EmulatorFixture(new SegmindEmulatorOptions { ApiKey = "SG_ffffffffffffffff" });

        using HttpResponseMessage answer = await fixture.PostAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
