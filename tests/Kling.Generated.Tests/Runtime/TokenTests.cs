using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Tests;

public sealed class TokenTests
{
    private const string Short = "kj2.test-model.req-1.20260901T1200000000000Z";

    // As version 0.1 wrote it.
    private const string Plain = """{"v":1,"origin":"https://api.segmind.com/","slug":"test-model","id":"req-1","submitted":"2026-09-01T12:00:00.0000000Z"}""";

    public static TheoryData<string> NoTokens =>
    [
        "",
        "req-1",
        Stage.Key,
        "[]",
        "null",
        "{}",
        Plain[..^1],
        With("v", 2),
        With("v", "1"),
        With("v", null),
        With("origin", null),
        With("origin", "api.segmind.com"),
        With("origin", "file:///etc/passwd"),
        With("id", null),
        With("id", 17),
        With("id", ""),
        With("id", ".."),
        With("id", "a b"),
        With("id", "a\r\nx-evil: 1"),
        With("id", new string('x', 257)),
        With("slug", null),
        With("slug", "."),
        With("submitted", null),
        With("submitted", "yesterday"),
        With("submitted", "9999-12-31T23:59:59.9999999Z"),
        With("output", "hologram"),
        With("padding", new string('x', 5000)),
        Short[..^1],
        Short[..^23],
        "kj2",
        "kj2...",
        Short.Replace("kj2", "kj3", StringComparison.Ordinal),
        Short.Replace("kj2", "KJ2", StringComparison.Ordinal),
        Short.Replace(".req-1", "", StringComparison.Ordinal),
        Short.Replace("req-1", "", StringComparison.Ordinal),
        Short.Replace("req-1", "+2E+2E", StringComparison.Ordinal),
        Short.Replace("req-1", "a+0D+0Ax-evil+3A+201", StringComparison.Ordinal),
        Short.Replace("req-1", new string('x', 257), StringComparison.Ordinal),
        Short.Replace("test-model", "+2E", StringComparison.Ordinal),
        Short.Replace("20260901", "yesterday", StringComparison.Ordinal),
        Short.Replace("20260901T12", "99991231T23", StringComparison.Ordinal),
        Part("khologram"),
        Part("oapi+2Esegmind+2Ecom"),
        Part("ofile+3A+2F+2F+2Fetc+2Fpasswd"),
        Part(new string('x', 5000)),
    ];

    public static TheoryData<string> OtherOrigins =>
    [
        "https://evil.example/",
        "http://api.segmind.com/",
        "https://api.segmind.com:444/",
        "https://api.segmind.com.evil.example/",
        "https://api.segmind.com@evil.example/",
        "https://api.segmind.com/other/",
    ];

    [Fact]
    public async Task A_token_is_a_short_text_without_the_key()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync();

        Assert.Equal("kj2.test-model.req-1.t120.20260901T1200000000000Z", job.ToToken());
    }

    [Theory]
    [InlineData("https://proxy.example/a~b/%C3%A4")]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://[::1]:5080/x.y_z/")]
    public void A_token_needs_no_quotes_in_any_shell_and_no_escapes_in_a_URL_path(string baseAddress)
    {
        using var stage = new Stage(options => options.BaseAddress = new Uri(baseAddress));
        string origin = stage.Client.GetJob(With("origin", baseAddress)).ToToken();
        JsonObject odd = JsonNode.Parse(With("origin", baseAddress))!.AsObject();
        odd["id"] = "\"&|<>^%PATH%!$`'();,*?#~@{}[]+=\\ü/..";
        odd["slug"] = "x.y_z+2E";
        odd["typical"] = 0.5;
        odd["output"] = "audio";
        odd["trace"] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        string token = stage.Client.GetJob(odd.ToJsonString()).ToToken();
        KlingJob again = stage.Client.GetJob(token);

        Assert.All([origin, token], static text => Assert.Matches("^[A-Za-z0-9._+-]+$", text));
        Assert.Equal(((string?)odd["id"], (string?)odd["slug"], token), (again.RequestId, again.Slug, again.ToToken()));
        Assert.Contains(".t0+2E5.kaudio.p00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.", token, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_from_its_token_has_the_same_identity_and_nothing_is_sent_for_it()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync();
        int sent = stage.Server.Requests.Count;

        KlingJob resumed = stage.Client.GetJob(job.ToToken());

        Assert.Equal((job.RequestId, job.Slug, job.SubmittedAt, job.ExpiresAt), (resumed.RequestId, resumed.Slug, resumed.SubmittedAt, resumed.ExpiresAt));
        Assert.Equal((null, KlingJobStatus.Unknown), (resumed.Model, resumed.Status));
        Assert.Equal(job.ToToken(), resumed.ToToken());
        Assert.Equal(sent, stage.Server.Requests.Count);
    }

    [Fact]
    public async Task Another_process_gets_the_result_without_a_second_submit()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync();
        using var other = new Stage();

        KlingResult result = await other.Client.GetJob(job.ToToken()).WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal(("req-1", "test-model"), (result.RequestId, result.Slug));
        Assert.NotNull(result.Video);
        Assert.Empty(other.Server.Posts);
    }

    [Fact]
    public async Task A_resumed_job_knows_its_typical_duration_and_its_output_kind()
    {
        var model = KlingModel.FromSchema("painter", """{"type":"object","x-typical-seconds":12.5,"x-output":"image"}""");
        using var stage = new Stage();
        KlingJob job = await stage.Client.SubmitAsync(new TestRequest { Model = model }, Stage.Token);

        KlingJob resumed = stage.Client.GetJob(job.ToToken());

        Assert.Equal(TimeSpan.FromSeconds(12.5), (await resumed.GetStatusAsync(Stage.Token)).ExpectedDuration);
        Assert.Equal("https://files.example/out.mp4", Assert.Single((await resumed.GetResultAsync(Stage.Token)).Images).Url.AbsoluteUri);
    }

    [Fact]
    public void Unknown_properties_of_a_token_are_ignored()
    {
        using var stage = new Stage();

        Assert.Equal("req-1", stage.Client.GetJob(With("newer", "x")).RequestId);
        Assert.Equal("req-1", stage.Client.GetJob(Part("zx")).RequestId);
    }

    [Fact]
    public void A_token_of_version_0_1_is_the_same_job()
    {
        using var stage = new Stage();

        Assert.Equal(Short, stage.Client.GetJob(Plain).ToToken());
        Assert.Equal(Short, stage.Client.GetJob($" {Short}\r\n").ToToken());
    }

    [Theory]
    [MemberData(nameof(NoTokens))]
    public void An_invalid_token_is_refused_without_being_quoted(string token)
    {
        using var stage = new Stage();

        ArgumentException error = Assert.Throws<ArgumentException>(nameof(token), () => stage.Client.GetJob(token));

        Assert.DoesNotContain(Stage.Key, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("evil", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(stage.Server.Requests);
    }

    [Theory]
    [MemberData(nameof(OtherOrigins))]
    public void A_token_of_another_origin_is_refused_and_the_error_names_both(string origin)
    {
        using var stage = new Stage();

        foreach (string token in (string[])[With("origin", origin), Part("o" + Uri.EscapeDataString(origin).Replace(".", "%2E", StringComparison.Ordinal).Replace('%', '+'))])
        {
            ArgumentException error = Assert.Throws<ArgumentException>(nameof(token), () => stage.Client.GetJob(token));

            Assert.Contains($"belongs to {origin.Replace("api.segmind.com@", "", StringComparison.Ordinal)}", error.Message, StringComparison.Ordinal);
            Assert.Contains("uses https://api.segmind.com/", error.Message, StringComparison.Ordinal);
        }

        Assert.Empty(stage.Server.Requests);
    }

    [Theory]
    [InlineData("https://API.segmind.com", "https://api.segmind.com/")]
    [InlineData("https://proxy.example/segmind", "https://proxy.example/segmind/")]
    public void Equivalent_base_addresses_are_the_same_origin(string configured, string origin)
    {
        using var stage = new Stage(options => options.BaseAddress = new Uri(configured));

        Assert.Equal("req-1", stage.Client.GetJob(With("origin", origin)).RequestId);
    }

    [Theory]
    [InlineData("../../v1/test-model", "..%2F..%2Fv1%2Ftest-model")]
    [InlineData("//evil.example/x", "%2F%2Fevil.example%2Fx")]
    [InlineData("@evil.example", "%40evil.example")]
    [InlineData("x?y#z", "x%3Fy%23z")]
    [InlineData("%2e%2e", "%252e%252e")]
    public async Task A_forged_id_stays_one_path_segment_of_the_base_address(string id, string segment)
    {
        using var stage = new Stage();
        KlingJob job = stage.Client.GetJob(With("id", id));

        _ = await job.GetStatusAsync(Stage.Token);

        Assert.Equal($"https://api.segmind.com/v2/requests/{segment}/status", Assert.Single(stage.Server.Requests).Uri.AbsoluteUri);
    }

    [Fact]
    public async Task A_token_older_than_the_retention_is_an_error_that_says_so()
    {
        using var stage = new Stage();
        stage.Server.OnStatus(Step.Json(404, """{"error":"Request req-1 not found"}"""));
        KlingJob job = stage.Client.GetJob(With("submitted", "2026-09-01T10:59:00.0000000Z"));

        KlingJobExpiredException error = await Assert.ThrowsAsync<KlingJobExpiredException>(() => job.WaitForCompletionAsync(cancellationToken: Stage.Token));

        Assert.Equal(job.ExpiresAt, error.ExpiresAt);
    }

    [Fact]
    public async Task A_resumed_job_that_the_server_does_not_know_is_an_error_after_three_polls()
    {
        using var stage = new Stage();
        stage.Server.OnStatus(Step.Json(404, """{"error":"Request req-1 not found"}"""));
        KlingJob job = stage.Client.GetJob(With("submitted", "2026-09-01T11:50:00.0000000Z"));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => job.WaitForCompletionAsync(cancellationToken: Stage.Token));

        Assert.Equal((KlingErrorKind.NotFound, "req-1"), (error.Kind, error.RequestId));
        Assert.Equal(3, stage.Server.Gets.Count());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(50)]
    public async Task A_token_with_a_future_time_is_polled_like_a_new_job(int minutes)
    {
        using var stage = new Stage(static options => options.Polling = PollingStrategy.Fixed(TimeSpan.FromSeconds(5)));
        stage.Server.OnStatus(Step.Json(200, """{"status":"PROCESSING"}"""), Step.Json(200, """{"status":"COMPLETED"}"""));
        DateTimeOffset submitted = stage.Clock.GetUtcNow().AddMinutes(minutes);
        KlingJob job = stage.Client.GetJob(With("submitted", submitted.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal([5, 5], stage.Clock.Delays.Select(static delay => delay.TotalSeconds));
    }

    private static string Part(string part) => Short.Replace(".2026", $".{part}.2026", StringComparison.Ordinal);

    private static string With(string name, JsonNode? value)
    {
        JsonObject token = JsonNode.Parse(Plain)!.AsObject();
        token[name] = value;
        return token.ToJsonString(new JsonSerializerOptions());
    }
}
