using System.Text;
using System.Text.Json;
using Kling.Models;

namespace Kling.Tests.Models.EndToEnd;

/// <summary>The whole way of a job, for every shipped model.</summary>
public sealed class JobTests
{
    public static TheoryData<string> Slugs => Shipped.Slugs;

    public static TheoryData<string> SlugsWithRequiredParameters =>
        [.. KlingModels.All.Where(static model => model.Parameters.Any(static parameter => parameter.IsRequired)).Select(static model => model.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task A_request_becomes_a_file_on_disk(string slug)
    {
        using var stage = new LiveStage();
        using var folder = new TemporaryFolder();
        KlingModel model = Shipped.Model(slug);
        IKlingRequest request = LiveStage.Request(slug);

        KlingJob job = await stage.Client.SubmitAsync(request, LiveStage.Token);
        Assert.Equal((slug, KlingJobStatus.Queued, model), (job.Slug, job.Status, job.Model));
        KlingResult result = await job.WaitForCompletionAsync(cancellationToken: LiveStage.Token);
        bool isImage = model.Output is KlingOutputKind.Image;
        KlingMedia output = isImage ? Assert.Single(result.Images) : result.Video!;
        await output.SaveAsync(folder.File("out"), LiveStage.Token);

        Assert.Equal((job.RequestId, slug, KlingJobStatus.Completed), (result.RequestId, result.Slug, result.Status));
        Assert.Equal(result.Output, output.Url.OriginalString);
        Assert.Equal((isImage ? "image/png" : "video/mp4", model.Output), (output.ContentType, output.Kind));
        Assert.Equal(await ServedAsync(stage, output.Url), await File.ReadAllBytesAsync(folder.File("out"), LiveStage.Token));
        Assert.Equal(output.FileSize, new FileInfo(folder.File("out")).Length);
        Assert.Equal(["out"], folder.Files);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task A_wait_takes_the_typical_time_and_reports_every_status(string slug)
    {
        KlingModel model = Shipped.Model(slug);
        TimeSpan typical = model.TypicalDuration ?? TimeSpan.FromSeconds(60);
        using var stage = new LiveStage(configure: options => options.Polling = PollingStrategy.Fixed(typical / 50));
        List<KlingJobStatus> states = [];
        KlingJob? handed = null;

        KlingResult result = await stage.Client.RunAsync(
            LiveStage.Request(slug), job => handed = job, new Reports(progress => states.Add(progress.Status)), LiveStage.Token);

        Assert.Equal(result.RequestId, handed!.RequestId);
        Assert.Equal([KlingJobStatus.Queued, KlingJobStatus.Processing, KlingJobStatus.Completed], states.Distinct());
        Assert.InRange(stage.Clock.GetUtcNow() - handed.SubmittedAt, typical, typical + (typical / 25));
        Assert.Equal(model.TypicalCost ?? 1, result.Metrics!.Cost);
        Assert.Equal(typical.TotalSeconds, result.Metrics.TotalTime!.Value.TotalSeconds, precision: 3);
        // Seconds travel as decimal fractions, which a tick is not.
        Assert.Equal(typical.TotalSeconds, (result.Metrics.QueueTime + result.Metrics.InferenceTime)!.Value.TotalSeconds, precision: 3);
        Assert.Equal(states.Count, stage.Emulator.Counters.StatusGets);
        Assert.Equal((1, 1, 1), (stage.Emulator.Counters.Posts, stage.Emulator.Counters.JobsAccepted, stage.Emulator.Counters.ResultGets));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task The_bytes_on_the_wire_are_the_JSON_of_the_request_and_the_emulator_accepts_them(string slug)
    {
        using var stage = new LiveStage();
        Random random = Seed.Next(out string hint);
        JsonElement schema = Shipped.Schema(slug);
        for (int i = 1; i <= 50; i++)
        {
            JsonRecord request = Shipped.Read(slug, new RandomBody(random).Object(schema).ToJsonString());

            Assert.NotNull(await stage.Client.SubmitAsync((IKlingRequest)request.Value, LiveStage.Token));

            Assert.Equal(i, stage.Emulator.Counters.PostsBySlug[slug]);
            (string? contentType, byte[] body) = stage.Submits[^1];
            Assert.Equal("application/json", contentType);
            Assert.True(request.Json == Encoding.UTF8.GetString(body), $"{request}\n{hint}");
        }

        Assert.Equal(50, stage.Emulator.Counters.JobsAccepted);
    }

    [Theory]
    [MemberData(nameof(SlugsWithRequiredParameters))]
    public async Task An_invalid_request_is_an_error_with_every_violation_and_nothing_is_sent(string slug)
    {
        using var stage = new LiveStage();
        JsonRecord request = Shipped.Read(slug, Minimal.Body(slug).ToJsonString());
        foreach (System.Reflection.PropertyInfo property in request.Properties.Where(JsonRecord.IsRequired))
        {
            request = request.With(property, null);
        }

        KlingValidationException error = await Assert.ThrowsAsync<KlingValidationException>(() => stage.Client.SubmitAsync((IKlingRequest)request.Value, LiveStage.Token));

        Assert.Equal(request.Violations, error.Violations);
        Assert.Equal(SchemaNode.Required(Shipped.Schema(slug)).Order(StringComparer.Ordinal), error.Violations.Select(static violation => violation.Path[1..]).Order(StringComparer.Ordinal));
        Assert.All(error.Violations, violation => Assert.Contains(violation.ToString(), error.Message, StringComparison.Ordinal));
        Assert.Equal(0, stage.Emulator.Counters.Posts);
    }

    [Fact]
    public async Task A_parameter_newer_than_the_schema_reaches_the_server()
    {
        using var stage = new LiveStage();
        var request = (IKlingRequest)new JsonRecord(LiveStage.AnyRequest()).WithAdditional(KlingJsonObject.Empty.With("brand_new", Shipped.Json("[1]"))).Value;

        Assert.NotNull(await stage.Client.SubmitAsync(request, LiveStage.Token));

        Assert.Equal("[1]", Shipped.Json(Encoding.UTF8.GetString(stage.Submits[0].Body)).GetProperty("brand_new").GetRawText());
        Assert.Equal(1, stage.Emulator.Counters.JobsAccepted);
    }

    [Fact]
    public async Task The_key_is_not_sent_to_the_host_of_the_files()
    {
        using var stage = new LiveStage();
        using var folder = new TemporaryFolder();
        KlingResult result = await stage.Client.RunAsync(LiveStage.AnyRequest(), cancellationToken: LiveStage.Token);

        await result.Video!.SaveAsync(folder.File("out.mp4"), LiveStage.Token);

        Assert.Equal((1, 0), (stage.Emulator.Counters.Downloads, stage.Emulator.Counters.KeysOnOutputHost));
    }

    private static async Task<byte[]> ServedAsync(LiveStage stage, Uri url)
    {
        using var http = new HttpClient(stage.Emulator, disposeHandler: false);
        return await http.GetByteArrayAsync(url, LiveStage.Token);
    }

    private sealed class Reports(Action<KlingProgress> report) : IProgress<KlingProgress>
    {
        public void Report(KlingProgress value) => report(value);
    }
}
