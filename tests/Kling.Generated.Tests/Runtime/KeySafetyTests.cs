using System.Diagnostics;
using System.Reflection;

namespace Kling.Tests;

public sealed class KeySafetyTests
{
    public static TheoryData<string> UnusableKeys => ["", "   ", "SG_\u0007secret", "SG_se cret", "SG_secrét", "SG_se\ncret", "SG_secret\u007f"];

    [Theory]
    [InlineData("https://localhost:1")]
    [InlineData("http://localhost:1")]
    [InlineData("http://127.0.0.1:1/prefix")]
    [InlineData("http://[::1]:1")]
    public void Http_is_allowed_for_this_machine(string address)
    {
        using var client = new KlingClient("key", new KlingClientOptions { BaseAddress = new Uri(address) });

        Assert.NotNull(client);
    }

    [Theory]
    [InlineData("http://api.segmind.com")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("ftp://localhost")]
    [InlineData("file:///tmp")]
    [InlineData("https://user:secret@api.segmind.com")]
    [InlineData("https://api.segmind.com/?x=1")]
    [InlineData("https://api.segmind.com/#x")]
    public void Any_other_base_address_is_refused_without_printing_credentials(string address)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new KlingClient("key", new KlingClientOptions { BaseAddress = new Uri(address) }));

        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_address_is_refused()
    {
        _ = Assert.Throws<ArgumentException>(() => new KlingClient("key", new KlingClientOptions { BaseAddress = new Uri("v2", UriKind.Relative) }));
    }

    [Theory]
    [MemberData(nameof(UnusableKeys))]
    public void An_invalid_key_is_refused_without_being_shown(string key)
    {
        ArgumentException error = Assert.Throws<ArgumentException>("apiKey", () => new KlingClient(key));

        Assert.DoesNotContain("SG_", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_are_serialized_without_the_key()
    {
        string json = System.Text.Json.JsonSerializer.Serialize(new KlingClientOptions { ApiKey = Stage.Key });

        Assert.Contains("JobTimeout", json, StringComparison.Ordinal);
        Assert.DoesNotContain(Stage.Key, json, StringComparison.Ordinal);
        Assert.NotNull(typeof(KlingClientOptions).GetProperty("ApiKey")!.GetCustomAttribute<System.Runtime.Serialization.IgnoreDataMemberAttribute>());
    }

    [Theory]
    [InlineData(true, "It came from KlingClientOptions.ApiKey, set in code or by configuration.")]
    [InlineData(false, "It came from the argument of the constructor of KlingClient.")]
    public async Task A_refused_key_is_reported_with_its_source_and_not_shown(bool byOptions, string expected)
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Json(401, """{"error":"unauthorized"}"""));
        var answer = new ApiAnswer
        {
            StatusCode = System.Net.HttpStatusCode.Unauthorized,
            Body = default,
            BodyError = null,
            RetryAt = null,
            IsDetour = false,
            IsForeign = false,
            Key = byOptions ? ApiKey.From(Stage.Key) : ApiKey.Parse(Stage.Key),
        };

        KlingApiException error = ApiErrors.FromAnswer(answer, "The request", requestId: null, isRead: false);
        KlingApiException submitted = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        Assert.EndsWith(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("environment", error.Message, StringComparison.Ordinal);
        Assert.Contains("It came from KlingClientOptions.ApiKey", submitted.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Stage.Key, error.Message + submitted.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task White_space_around_the_key_is_dropped()
    {
        using var stage = new Stage(static options => options.ApiKey = $" \t{Stage.Key}\r\n");

        _ = await stage.SubmitAsync();

        Assert.Equal(Stage.Key, Assert.Single(stage.Server.Posts).Headers["x-api-key"]);
    }

    [Fact]
    public void A_default_header_with_the_key_is_refused_because_it_would_be_sent_to_any_host()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("x-api-key", Stage.Key);

        ArgumentException error = Assert.Throws<ArgumentException>(() => new KlingClient(http, new KlingClientOptions { ApiKey = Stage.Key }));

        Assert.DoesNotContain(Stage.Key, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_is_in_no_log_line_and_in_no_exception()
    {
        // A server that quotes the key wherever it can.
        string quoting = $$"""{"error":"bad key {{Stage.Key}}","error_description":"{{Stage.Key}}","request":"{{Stage.Key}}"}""";
        List<string> texts = [];
        foreach (int status in (int[])[200, 302, 400, 401, 403, 404, 405, 406, 408, 410, 422, 429, 500, 502, 503, 504])
        {
            using var stage = new Stage(static options => options.RetrySubmitOnServerError = true);
            stage.Server.OnSubmit(Step.Json(status, quoting));
            texts.Add((await Record.ExceptionAsync(stage.SubmitAsync))!.ToString());
            texts.Add(stage.Log.Text);
        }

        foreach (Step step in (Step[])[Step.Breaks(), Step.Unreachable(), Step.Html(502), Step.BreaksOff(200, quoting)])
        {
            using var stage = new Stage();
            stage.Server.OnSubmit(step);
            texts.Add((await Record.ExceptionAsync(stage.SubmitAsync))!.ToString());
            texts.Add(stage.Log.Text);
        }

        foreach (Step step in (Step[])[Step.Json(401, quoting), Step.Json(422, $$"""{"status":"FAILED","error":"{{Stage.Key}}"}"""), Step.Json(200, quoting), Step.Breaks(), Step.Json(429, quoting)])
        {
            using var stage = new Stage();
            KlingJob job = await stage.SubmitAsync(step);
            texts.Add((await Record.ExceptionAsync(() => job.WaitForCompletionAsync(cancellationToken: Stage.Token)))!.ToString());
            texts.Add(stage.Log.Text);
            texts.Add($"{stage.Client} {job}");
        }

        Assert.True(texts.Count(static text => text.Contains("(API key)", StringComparison.Ordinal)) > 10, "The server's quotes were not seen.");
        Assert.All(texts, static text => Assert.DoesNotContain(Stage.Key, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_key_is_not_in_tokens_or_in_jobs_that_are_made_from_them()
    {
        string quoting = $$"""{"error":"bad key {{Stage.Key}}"}""";
        List<string> texts = [];
        using var stage = new Stage(static options => options.OnSubmitted = static (intent, _) => throw new IOException($"Not noted: {intent}"));
        var submitted = (KlingCallbackException)(await Record.ExceptionAsync(stage.SubmitAsync))!;
        texts.AddRange([submitted.ToString(), submitted.Job.ToToken()]);
        foreach (Step step in (Step[])[Step.Json(401, quoting), Step.Json(404, quoting), Step.Json(200, quoting), Step.Json(503, quoting)])
        {
            stage.Server.OnStatus(step);
            KlingJob resumed = stage.Client.GetJob(submitted.Job.ToToken());
            texts.Add((await Record.ExceptionAsync(() => resumed.WaitForCompletionAsync(TimeSpan.FromMinutes(2), cancellationToken: Stage.Token)))!.ToString());
            texts.Add((await Record.ExceptionAsync(() => resumed.WaitForCompletionAsync(cancellationToken: new CancellationToken(canceled: true))))!.ToString());
        }

        Assert.Contains(texts, static text => text.Contains("(API key)", StringComparison.Ordinal));
        Assert.All(texts.Append(stage.Log.Text), static text => Assert.DoesNotContain(Stage.Key, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_at_the_end_of_an_excerpt_is_not_shown_in_part()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Text(400, "text/html", new string('x', 495) + Stage.Key));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        Assert.DoesNotContain("SG_", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_ToString_and_no_debugger_property_shows_the_key()
    {
        var options = new KlingClientOptions { ApiKey = Stage.Key };
        using var client = new KlingClient(options.ApiKey, options);
        List<object> seen = [];

        Walk(client, seen, depth: 6);
        Walk(options, seen, depth: 6);

        Assert.Contains(seen, static value => value.ToString() == "(hidden)");
        Assert.All(seen, static value => Assert.DoesNotContain(Stage.Key, value.ToString() ?? "", StringComparison.Ordinal));
    }

    // The compiler hides the parameters of a primary constructor ("<name>P"), but a debugger shows them in the methods that use them.
    private static bool IsHidden(MemberInfo member) =>
        member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State is DebuggerBrowsableState.Never && !member.Name.EndsWith(">P", StringComparison.Ordinal);

    /// <summary>Visits what a debugger shows of our own objects: the fields and properties that are not marked as hidden.</summary>
    private static void Walk(object? value, List<object> seen, int depth)
    {
        if (value is null || depth == 0 || seen.Any(other => ReferenceEquals(other, value)))
        {
            return;
        }

        seen.Add(value);
        if (value.GetType().Assembly != typeof(KlingClient).Assembly)
        {
            return;
        }

        const BindingFlags All = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;
        foreach (MemberInfo member in value.GetType().GetMembers(All).Where(static member => !IsHidden(member)))
        {
            object? shown = member switch
            {
                FieldInfo field => field.GetValue(value),
                PropertyInfo { CanRead: true } property when property.GetIndexParameters().Length == 0 => property.GetValue(value),
                _ => null,
            };
            Walk(shown, seen, depth - 1);
        }
    }
}
