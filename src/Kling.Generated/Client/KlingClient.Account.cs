using System.Text;

namespace Kling;

/// <content>The account, and what its history is used for.</content>
public partial class KlingClient
{
    /// <summary>The account that the API key belongs to.</summary>
    public virtual KlingAccount Account { get; }

    /// <summary>
    /// Finds out from the account's history whether the server has accepted a submit. Nothing is submitted. By default it waits until the
    /// answer is certain, which takes <see cref="KlingResolveOptions.SettleTime"/> if the server has not accepted it.
    /// </summary>
    /// <param name="unconfirmed">The exception of the submit.</param>
    /// <param name="options">How to look it up; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The answer; the job if it was found.</returns>
    /// <exception cref="ArgumentException">The exception did not come from a client, or an option is out of its range.</exception>
    /// <exception cref="KlingApiException">The history could not be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// A request of the history is the submit if model, body (equal as JSON) and time are the same, and it belongs to no other submit that
    /// this client knows of. If another process of the account sends equal requests at the same time, pass the ids of its jobs in
    /// <see cref="KlingResolveOptions.KnownRequestIds"/>. Equal submits that are all unconfirmed are found if the history has as many.
    /// </remarks>
    public virtual Task<KlingResolution> ResolveAsync(
        KlingSubmitUnconfirmedException unconfirmed,
        KlingResolveOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(unconfirmed);
        return unconfirmed.Intent is { } intent
            ? ResolveAsync(intent, options, cancellationToken)
            : throw new ArgumentException("The exception does not contain the submit, because it was not thrown by a client.", nameof(unconfirmed));
    }

    /// <summary>Does the same for a submit that you have stored, for example in <see cref="KlingClientOptions.OnSubmitting"/>.</summary>
    /// <param name="intent">The submit, with its <see cref="KlingSubmitIntent.CreatedAt"/>.</param>
    /// <param name="options">As for an exception.</param>
    /// <param name="cancellationToken">As for an exception.</param>
    /// <returns>The answer; the job if it was found.</returns>
    /// <exception cref="ArgumentException">The submit has no time or no JSON body, or an option is out of its range.</exception>
    /// <exception cref="KlingApiException">The history could not be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual async Task<KlingResolution> ResolveAsync(
        KlingSubmitIntent intent,
        KlingResolveOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(intent);
        return (await ResolveAsync([intent], options, cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Does the same for several submits together, which tells equal ones apart by their number.</summary>
    /// <param name="intents">The submits.</param>
    /// <param name="options">As for an exception.</param>
    /// <param name="cancellationToken">As for an exception.</param>
    /// <returns>The answers, in the order of the submits.</returns>
    /// <exception cref="ArgumentException">A submit has no time or no JSON body, or an option is out of its range.</exception>
    /// <exception cref="KlingApiException">The history could not be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual Task<IReadOnlyList<KlingResolution>> ResolveAsync(
        IReadOnlyList<KlingSubmitIntent> intents,
        KlingResolveOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(intents);
        var resolver = new SubmitResolver(Account, _submits, _options.TimeProvider, _options.SubmitTimeout, CreateJob);
        return resolver.ResolveAsync(intents, (options ?? new KlingResolveOptions()).Checked(), cancellationToken);
    }

    /// <summary>Creates a job from a request of the account's history. Nothing is sent.</summary>
    /// <param name="entry">The request.</param>
    /// <param name="model">Its model, for the schedule of polls and the kind of the output; <see langword="null"/> if it is not known.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ArgumentException">The entry has no model or no time.</exception>
    public virtual KlingJob GetJobFromHistory(KlingHistoryEntry entry, KlingModel? model = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry is { Slug: { } slug, CreatedAt: { } created }
            ? CreateJob(
                new KlingSubmitIntent
                {
                    Id = Guid.NewGuid(),
                    Slug = slug,
                    Model = model,
                    Body = entry.Body is { } body ? Encoding.UTF8.GetBytes(body.GetRawText()) : default,
                    CreatedAt = created,
                },
                entry
            )
            : throw new ArgumentException($"The request {entry.RequestId} of the history has no model or no time.", nameof(entry));
    }

    /// <summary>Learns from the account's history what jobs have cost, for <see cref="EstimateCost"/> and the spend limits of runs.</summary>
    /// <param name="models">The models whose price parameters are known; others are learnt by their slug alone.</param>
    /// <param name="query">Which requests; <see langword="null"/> for those of the last 7 days.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The number of completed jobs with a cost.</returns>
    /// <exception cref="ArgumentException">The query covers 31 days or more, or ends before it begins.</exception>
    /// <exception cref="KlingApiException">The history could not be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual async Task<int> LearnCostsAsync(
        IEnumerable<KlingModel> models,
        KlingHistoryQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(models);
        var bySlug = new Dictionary<string, KlingModel>(StringComparer.Ordinal);
        foreach (KlingModel model in models)
        {
            bySlug[model.Slug] = model;
        }

        int learnt = 0;
        await foreach (KlingHistoryEntry entry in Account.GetHistoryAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (entry is { Status: KlingJobStatus.Completed, Slug: { } slug, Cost: { } cost })
            {
                bool isKnown = bySlug.TryGetValue(slug, out KlingModel? model) && entry.Body is not null;
                _costs.Learn(entry.RequestId, slug, isKnown ? model!.PriceKey(entry.Body!.Value) : null, cost);
                learnt++;
            }
        }

        return learnt;
    }

    /// <summary>The job that a submit has become, according to the history.</summary>
    private KlingJob CreateJob(KlingSubmitIntent intent, KlingHistoryEntry entry) =>
        CreateJob(
            new JobIdentity(entry.RequestId, intent.Slug, entry.CreatedAt ?? intent.CreatedAt)
            {
                Model = intent.Model,
                PriceKey = intent.Model is { } model ? CostQuote.For(model, intent.Body).Key : null,
                TypicalDuration = intent.Model?.TypicalDuration,
                Output = intent.Model?.Output ?? KlingOutputKind.Video,
            },
            entry.Status
        );
}
