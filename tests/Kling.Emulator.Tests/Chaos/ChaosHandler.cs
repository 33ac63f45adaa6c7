namespace Kling.Emulator.Tests.Chaos;

/// <summary>Lets each request ask for the fault that its job has drawn.</summary>
internal sealed class ChaosHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (ChaosJob.Current.Next(request) is { } fault)
        {
            request.Headers.Add("x-emulator-fault", fault);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
