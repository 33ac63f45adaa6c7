using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Kling;

/// <summary>The account that the API key belongs to: its credits, and the history of its requests.</summary>
/// <remarks>
/// The history is served at <see cref="KlingClientOptions.AccountAddress"/>, and the API key is sent there. It is known only from Segmind's own
/// Python client (autumn 2026): neither its responses nor the time after which a request appears in it are documented. The client therefore
/// reads it tolerantly, and properties that it cannot read are <see langword="null"/>.
/// </remarks>
public class KlingAccount
{
    /// <summary>How often a page of the history is requested if its responses are errors.</summary>
    private const int PageAttempts = 6;

    private readonly ApiTransport? _api;
    private readonly ApiTransport? _history;

    /// <summary>For mocking. Members that are not overridden throw.</summary>
    protected KlingAccount() { }

    internal KlingAccount(ApiTransport? api, ApiTransport? history) => (_api, _history) = (api, history);

    private ApiTransport Api => _api ?? throw NoConnection();

    private ApiTransport History => _history ?? throw NoConnection();

    /// <summary>Gets the credits that are left. The call costs nothing.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The credits; 0 if the server knows of none.</returns>
    /// <exception cref="KlingApiException">The server refused the request, could not be reached, or sent no number.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual async Task<KlingCredits> GetCreditsAsync(CancellationToken cancellationToken = default)
    {
        const string Asked = "The request for the account's credits";
        ApiAnswer answer = await GetAsync(Api, Api.Address.Credits, Asked, requestId: null, cancellationToken).ConfigureAwait(false);
        JsonElement? json = answer.ReadObject();
        if (answer.StatusCode is HttpStatusCode.NotFound && CreditsBody.SaysNone(json))
        {
            return new KlingCredits { Credits = 0 };
        }

        Check(answer, Asked, requestId: null);
        return json is { } body && CreditsBody.Credits(body) is { } credits
            ? new KlingCredits { Credits = credits, FreeCredits = CreditsBody.FreeCredits(body) }
            : throw ApiErrors.Unreadable(answer, requestId: null, $"{Asked} was answered without a number.", isRetryable: false);
    }

    /// <summary>Reads the requests of the account, the newest first, each once. Failed and unfinished requests are included.</summary>
    /// <param name="query">Which requests; <see langword="null"/> for those of the last 7 days.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>
    /// The requests. They are read page by page while you enumerate. A page after the first is requested up to six times, with a growing pause,
    /// while the server fails: an error must not make the pages before it useless. A new request can appear late.
    /// </returns>
    /// <exception cref="ArgumentException">The query covers 31 days or more, or ends before it begins.</exception>
    /// <exception cref="KlingApiException">The server refused the request, could not be reached, or sent no history.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual async IAsyncEnumerable<KlingHistoryEntry> GetHistoryAsync(
        KlingHistoryQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var filter = new HistoryFilter(query ?? new KlingHistoryQuery(), History.Clock.GetUtcNow());
        var entries = new HistoryEntries();
        for (int page = 1; !entries.IsComplete; page++)
        {
            int attempts = page == 1 ? 1 : PageAttempts;
            IReadOnlyList<JsonElement> rows = await ReadPageAsync(filter.Query(page), attempts, cancellationToken).ConfigureAwait(false);
            foreach (KlingHistoryEntry entry in entries.Add(rows).Where(filter.Matches))
            {
                yield return entry;
            }
        }
    }

    /// <summary>Gets one request of the account, of any age.</summary>
    /// <param name="requestId">The id of the job.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The request, or <see langword="null"/> if the history does not contain it (yet).</returns>
    /// <exception cref="ArgumentException"><paramref name="requestId"/> is not the id of a job.</exception>
    /// <exception cref="KlingApiException">The server refused the request, could not be reached, or sent no history.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public virtual async Task<KlingHistoryEntry?> FindAsync(string requestId, CancellationToken cancellationToken = default)
    {
        if (!SegmindPath.IsSegment(requestId))
        {
            throw new ArgumentException($"'{requestId}' cannot be the id of a job.", nameof(requestId));
        }

        string asked = $"The request for the job {requestId} in the account's history";
        ApiAnswer answer = await GetAsync(History, History.Address.HistoryOf(requestId), asked, requestId, cancellationToken)
            .ConfigureAwait(false);
        JsonElement? json = answer.ReadJson();
        if (answer.StatusCode is HttpStatusCode.NotFound && json is not null)
        {
            return null;
        }

        Check(answer, asked, requestId);
        IReadOnlyList<JsonElement> rows =
            json is { } body
                ? HistoryBody.ReadRequest(body) ?? []
                : throw ApiErrors.Unreadable(answer, requestId, $"{asked} was answered without JSON.", isRetryable: true);
        JsonElement[] own = [.. rows.Where(row => HistoryBody.Id(row) == requestId)];
        return own.Length == 0 ? null : HistoryEntries.Read(own);
    }

    private async Task<IReadOnlyList<JsonElement>> ReadPageAsync(string query, int attempts, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await RequestPageAsync(query, cancellationToken).ConfigureAwait(false);
            }
            catch (KlingApiException e) when (attempt < attempts && (e.IsRetryable || e.Kind is KlingErrorKind.InvalidResponse))
            {
                // The server has sent a history before, so a response without one is an error that passes, too. A pause that the server asks
                // for is kept by the pace of all requests.
            }

            await Task.Delay(TimeSpan.FromSeconds(1 << (attempt - 1)), History.Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<JsonElement>> RequestPageAsync(string query, CancellationToken cancellationToken)
    {
        const string Asked = "The request for the account's history";
        ApiAnswer answer = await GetAsync(History, History.Address.History(query), Asked, requestId: null, cancellationToken)
            .ConfigureAwait(false);
        Check(answer, Asked, requestId: null);
        return answer.ReadJson() is { } json && HistoryBody.ReadRows(json) is { } rows
            ? rows
            : throw ApiErrors.Unreadable(
                answer,
                requestId: null,
                $"{Asked} was answered without a list of requests. Check {nameof(KlingClientOptions.AccountAddress)}.",
                isRetryable: answer.BodyError is not null
            );
    }

    private static async Task<ApiAnswer> GetAsync(
        ApiTransport transport,
        Uri uri,
        string asked,
        string? requestId,
        CancellationToken cancellationToken
    )
    {
        await transport.Pace.EnterAsync(isUrgent: false, cancellationToken).ConfigureAwait(false);
        ApiAnswer answer = await transport.GetAsync(uri, asked, requestId, ApiTransport.GetTimeout, cancellationToken).ConfigureAwait(false);
        return answer.IsForeign ? throw ApiErrors.ForeignAnswer(asked, requestId) : answer;
    }

    private static void Check(ApiAnswer answer, string asked, string? requestId)
    {
        if (!answer.IsSuccess)
        {
            throw ApiErrors.FromAnswer(answer, asked, requestId, isRead: true);
        }
    }

    private static InvalidOperationException NoConnection() =>
        new($"This {nameof(KlingAccount)} did not come from a client. Override the member to mock it.");
}
