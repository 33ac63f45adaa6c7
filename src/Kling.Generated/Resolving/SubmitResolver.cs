namespace Kling;

/// <summary>Looks up unconfirmed submits in the account's history. It only reads: it never submits anything.</summary>
/// <param name="account">The account.</param>
/// <param name="book">The client's own submits.</param>
/// <param name="clock">The clock.</param>
/// <param name="submitTimeout">How long a submit may take.</param>
/// <param name="createJob">Creates the job of a request of the history.</param>
internal sealed class SubmitResolver(
    KlingAccount account,
    SubmitBook book,
    TimeProvider clock,
    TimeSpan submitTimeout,
    Func<KlingSubmitIntent, KlingHistoryEntry, KlingJob> createJob
)
{
    /// <summary>The time between two looks.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    public async Task<IReadOnlyList<KlingResolution>> ResolveAsync(
        IReadOnlyList<KlingSubmitIntent> intents,
        KlingResolveOptions options,
        CancellationToken cancellationToken
    )
    {
        SoughtSubmit[] sought = [.. intents.Select(intent => new SoughtSubmit(intent, submitTimeout, options.ClockTolerance))];
        var resolved = new Dictionary<Guid, KlingResolution>();
        foreach (SoughtSubmit submit in sought)
        {
            // Its job is known already, so the search below would leave it out as the job of another submit.
            if (book.JobOf(submit.Intent) is { } id)
            {
                resolved[submit.Intent.Id] = await FoundAsync(submit.Intent, id, options, cancellationToken).ConfigureAwait(false);
            }
        }

        while (true)
        {
            SoughtSubmit[] left = [.. sought.Where(submit => !resolved.ContainsKey(submit.Intent.Id))];
            foreach (KlingResolution resolution in await LookAsync(left, options, cancellationToken).ConfigureAwait(false))
            {
                if (resolution.Kind is not KlingResolutionKind.NotSettled || !options.WaitUntilSettled)
                {
                    resolved[resolution.Intent.Id] = resolution;
                }
            }

            if (resolved.Count == intents.DistinctBy(static intent => intent.Id).Count())
            {
                return [.. intents.Select(intent => resolved[intent.Id])];
            }

            await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<KlingResolution> FoundAsync(
        KlingSubmitIntent intent,
        string requestId,
        KlingResolveOptions options,
        CancellationToken cancellationToken
    )
    {
        KlingHistoryEntry entry =
            await account.FindAsync(requestId, cancellationToken).ConfigureAwait(false)
            ?? new KlingHistoryEntry { RequestId = requestId, Slug = intent.Slug };
        return new KlingResolution
        {
            Kind = KlingResolutionKind.Found,
            Intent = intent,
            Job = createJob(intent, entry),
            Candidates = [entry],
            SettlesAt = intent.CreatedAt + submitTimeout + options.SettleTime,
        };
    }

    /// <summary>Reads the history once.</summary>
    private async Task<IReadOnlyList<KlingResolution>> LookAsync(
        SoughtSubmit[] sought,
        KlingResolveOptions options,
        CancellationToken cancellationToken
    )
    {
        if (sought.Length == 0)
        {
            return [];
        }

        // What is missing in a history that was read before the end of the settle time may have appeared after it was read.
        DateTimeOffset begun = clock.GetUtcNow();
        List<KlingHistoryEntry> entries = await ReadAsync(sought, options, begun, cancellationToken).ConfigureAwait(false);
        var groups = new List<List<SoughtSubmit>>();
        IEnumerable<SoughtSubmit> others = book
            .Open.Where(open => sought.All(submit => submit.Intent.Id != open.Id))
            .Select(open => new SoughtSubmit(open, submitTimeout, options.ClockTolerance));
        foreach (SoughtSubmit submit in sought.Concat(others).OrderBy(static submit => submit.Intent.CreatedAt))
        {
            if (groups.Find(group => group.Exists(submit.IsTwinOf)) is { } twins)
            {
                twins.Add(submit);
            }
            else
            {
                groups.Add([submit]);
            }
        }

        return
        [
            .. groups
                .SelectMany(twins => Assign(twins, entries, options.SettleTime, begun))
                .Where(resolution => sought.Any(submit => submit.Intent.Id == resolution.Intent.Id))
                .Select(Remember),
        ];
    }

    private async Task<List<KlingHistoryEntry>> ReadAsync(
        SoughtSubmit[] sought,
        KlingResolveOptions options,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        HashSet<string> known = new(options.KnownRequestIds, StringComparer.Ordinal);

        // Neither the model nor the status is asked for: a server that writes them in another way must not hide a job.
        DateTimeOffset from = sought.Min(static submit => submit.From);
        DateTimeOffset to = sought.Max(static submit => submit.To);
        DateTimeOffset latest = now + options.ClockTolerance;
        var query = new KlingHistoryQuery { From = from, To = to <= latest ? to : latest > from ? latest : from };
        var entries = new List<KlingHistoryEntry>();
        await foreach (KlingHistoryEntry entry in account.GetHistoryAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (!known.Contains(entry.RequestId) && !book.Knows(entry.RequestId))
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    /// <summary>
    /// Decides for identical submits together. As many requests as submits: each submit gets one, in order, and which gets which makes no
    /// difference.
    /// </summary>
    private IEnumerable<KlingResolution> Assign(
        List<SoughtSubmit> twins,
        List<KlingHistoryEntry> entries,
        TimeSpan settleTime,
        DateTimeOffset now
    )
    {
        ILookup<HistoryMatch, KlingHistoryEntry> matches = entries
            .OrderBy(static entry => entry.CreatedAt)
            .ToLookup(entry => twins.Max(submit => submit.Compare(entry)));
        KlingHistoryEntry[] same = [.. matches[HistoryMatch.Same]];
        KlingHistoryEntry[] candidates = same.Length > 0 ? same : [.. matches[HistoryMatch.Possible]];
        for (int i = 0; i < twins.Count; i++)
        {
            KlingSubmitIntent intent = twins[i].Intent;
            DateTimeOffset settlesAt = intent.CreatedAt + submitTimeout + settleTime;
            yield return same.Length == twins.Count
                ? new KlingResolution
                {
                    Kind = KlingResolutionKind.Found,
                    Intent = intent,
                    Job = createJob(intent, same[i]),
                    Candidates = [same[i]],
                    SettlesAt = settlesAt,
                }
                : new KlingResolution
                {
                    Kind =
                        same.Length > twins.Count ? KlingResolutionKind.Ambiguous
                        : now < settlesAt ? KlingResolutionKind.NotSettled
                        : candidates.Length > 0 ? KlingResolutionKind.Ambiguous
                        : KlingResolutionKind.NotFound,
                    Intent = intent,
                    Candidates = candidates,
                    SettlesAt = settlesAt,
                };
        }
    }

    private KlingResolution Remember(KlingResolution resolution)
    {
        if (resolution.Kind is KlingResolutionKind.Found)
        {
            book.Accepted(resolution.Intent, resolution.Job!.RequestId);
        }
        else if (resolution.Kind is KlingResolutionKind.NotFound)
        {
            book.Refused(resolution.Intent);
        }

        return resolution;
    }
}
