using System.Net;

namespace Kling;

/// <summary>Requests the status of a job that does not exist, to check whether the API accepts the key.</summary>
internal sealed class AccessCheck(ApiTransport transport)
{
    private const string NoJob = "00000000-0000-0000-0000-000000000000";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        ApiAnswer answer;
        try
        {
            answer = await transport
                .GetAsync(transport.Address.Status(NoJob), "The check of the API key", requestId: null, ApiTransport.GetTimeout, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (KlingApiException e)
        {
            // There is no job, and no id of one to be told of.
            throw new KlingApiException(
                $"The API key could not be checked, because the API at {transport.Address} did not respond: {e.InnerException?.Message ?? e.Message}",
                e.Kind,
                requestId: null,
                e.InnerException
            )
            {
                IsRetryable = e.IsRetryable,
            };
        }

        // Any web server answers 404; the API says so in JSON.
        bool isTaken = answer.IsSuccess || answer.StatusCode is HttpStatusCode.NotFound;
        if (!isTaken || answer.IsDetour)
        {
            throw ApiErrors.FromAnswer(answer, "The check of the API key", requestId: null, isRead: true);
        }

        if (answer.ReadObject() is null)
        {
            throw ApiErrors.Unreadable(
                answer,
                requestId: null,
                $"The server at {transport.Address} is not the API. Check {nameof(KlingClientOptions.BaseAddress)}.",
                isRetryable: false
            );
        }
    }
}
