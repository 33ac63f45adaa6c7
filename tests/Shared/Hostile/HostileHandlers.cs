namespace Kling.Tests.Hostile;

/// <summary>The handlers of the clients.</summary>
internal static class HostileHandlers
{
    public static HttpMessageHandler Create(ClientKind kind) => kind switch
    {
        ClientKind.Redirecting => new SocketsHttpHandler { AllowAutoRedirect = true, UseProxy = false },
        ClientKind.Retrying => new Retrying(KlingClient.CreateHandler()),
        _ => new Reading(KlingClient.CreateHandler()),
    };

    private sealed class Retrying(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private const int Attempts = 3;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (int attempt = 1; ; attempt++)
            {
                try
                {
                    HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                    if (attempt == Attempts || (int)response.StatusCode < 500)
                    {
                        return response;
                    }

                    response.Dispose();
                }
                catch (HttpRequestException) when (attempt < Attempts)
                {
                    // Sent again.
                }
            }
        }
    }

    private sealed class Reading(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { } content)
            {
                await (await content.ReadAsStreamAsync(cancellationToken)).CopyToAsync(Stream.Null, cancellationToken);
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
