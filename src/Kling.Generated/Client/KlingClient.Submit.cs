using System.Buffers;
using System.Diagnostics;
using System.Text.Json;

namespace Kling;

/// <content>From a request to a job.</content>
public partial class KlingClient
{
    private async Task<KlingJob> ValidateAndSubmitAsync(
        IKlingRequest request,
        SubmitCancellation cancellation,
        CancellationToken cancellationToken
    )
    {
        if (_options.ValidateRequests && request.Validate() is { Count: > 0 } violations)
        {
            throw new KlingValidationException(request.Model.Slug, violations);
        }

        return await SubmitTracedAsync(request.Model.Slug, request.Model, request.WriteTo, cancellation, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Submits within a span of telemetry.</summary>
    private async Task<KlingJob> SubmitTracedAsync(
        string slug,
        KlingModel? model,
        Action<Utf8JsonWriter> write,
        SubmitCancellation cancellation,
        CancellationToken cancellationToken
    )
    {
        long begun = _options.TimeProvider.GetTimestamp();
        Activity? span = JobSpan.Start(slug, Transport.Address.Host);
        try
        {
            KlingJob job = await SendAsync(slug, model, write, span, cancellation, cancellationToken).ConfigureAwait(false);
            JobTelemetry.Submitted(span, slug, job.RequestId);
            return job;
        }
        catch (KlingCallbackException e)
        {
            JobTelemetry.Submitted(span, slug, e.Job.RequestId);
            throw;
        }
        catch (Exception e)
        {
            JobTelemetry.NotSubmitted(span, slug, _options.TimeProvider.GetElapsedTime(begun), SubmitOutcome.Of(e), e);
            throw;
        }
    }

    /// <summary>Sends the request and calls the callbacks before and after it.</summary>
    private async Task<KlingJob> SendAsync(
        string slug,
        KlingModel? model,
        Action<Utf8JsonWriter> write,
        Activity? span,
        SubmitCancellation cancellation,
        CancellationToken cancellationToken
    )
    {
        if (!SegmindPath.IsSegment(slug))
        {
            throw new ArgumentException($"'{slug}' cannot be the name of a model.", nameof(slug));
        }

        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body))
        {
            write(writer);
        }

        var intent = new KlingSubmitIntent
        {
            Id = Guid.NewGuid(),
            Slug = slug,
            Model = model,
            Body = body.WrittenMemory,
            CreatedAt = _options.TimeProvider.GetUtcNow(),
        };
        if (_options.OnSubmitting is { } before)
        {
            await before(intent, cancellationToken).ConfigureAwait(false);
        }

        string? priceKey = model is null ? null : CostQuote.For(model, body.WrittenMemory).Key;
        var rules = new SubmitRules(_options.SubmitTimeout, _options.RetrySubmitOnRateLimit, _options.RetrySubmitOnServerError);
        SubmitReceipt receipt;
        _submits.Begin(intent);
        try
        {
            receipt = await new Submission(Transport, rules, _logger, model?.ReplacedBy?.Slug)
                .SendAsync(slug, body.WrittenMemory, cancellation, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (KlingSubmitUnconfirmedException e)
        {
            e.Intent = intent;
            _submits.Unconfirmed(intent);
            ClientLog.Unconfirmed(_logger, slug);
            throw;
        }
        catch
        {
            _submits.Refused(intent);
            throw;
        }

        _submits.Accepted(intent, receipt.RequestId);
        ClientLog.Submitted(_logger, slug, receipt.RequestId);
        KlingJob job = CreateJob(slug, model, priceKey, receipt, span);
        if (_options.OnSubmitted is { } after)
        {
            await SubmittedCallback.CallAsync(submitted => after(intent, submitted), job).ConfigureAwait(false);
        }

        return job;
    }

    private KlingJob CreateJob(string slug, KlingModel? model, string? priceKey, SubmitReceipt receipt, Activity? span)
    {
        string id = receipt.RequestId;
        return CreateJob(
            new JobIdentity(id, slug, receipt.SubmittedAt)
            {
                Model = model,
                PriceKey = priceKey,
                TypicalDuration = model?.TypicalDuration,
                Output = model?.Output ?? KlingOutputKind.Video,
                StatusAddress = Own(receipt.StatusUrl, "status_url", Transport.Address.Status(id), id),
                ResultAddress = Own(receipt.ResultUrl, "response_url", Transport.Address.Result(id), id),
                TraceParent = span?.Id,
            },
            receipt.Status,
            span
        );
    }

    private KlingJob CreateJob(JobIdentity job, KlingJobStatus status, Activity? span = null) =>
        new(new JobReader(Transport, _options.FindExpiredJobs ? Account : null, _downloader!, _costs, job), status, _options.Polling, _options.JobTimeout, _logger) { Span = span };

    /// <summary>
    /// A URL from the server's response, if the key may be sent there and it differs from the documented URL. Any other URL is ignored, so
    /// that a billed job is not lost because of it.
    /// </summary>
    private Uri? Own(string? given, string name, Uri documented, string requestId)
    {
        Uri? own = Transport.Address.Own(given);
        if (own is null && given is not null)
        {
            ClientLog.ForeignUrl(_logger, requestId, name);
        }

        return own == documented ? null : own;
    }
}
