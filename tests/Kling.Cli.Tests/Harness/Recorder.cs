using System.Text.Json;

namespace Kling.Cli.Tests;

/// <summary>Keeps the bodies of the submits that pass, and lets a test act on each request.</summary>
internal sealed class Recorder(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly List<JsonElement> _bodies = [];

    /// <summary>The bodies, in the order of their submits.</summary>
    public IReadOnlyList<JsonElement> Bodies => _bodies;

    /// <summary>How many requests there were, of any kind.</summary>
    public int Requests { get; private set; }

    /// <summary>Is called before a request goes on.</summary>
    public Action<HttpRequestMessage> Before { get; set; } = static _ => { };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        Before(request);
        if (request.Method == HttpMethod.Post)
        {
            // The client's content can be read once, so that what follows gets a copy.
            using var sent = new MemoryStream();
            await request.Content!.CopyToAsync(sent, cancellationToken);
            byte[] body = sent.ToArray();
            using var document = JsonDocument.Parse(body);
            _bodies.Add(document.RootElement.Clone());
            var copy = new ByteArrayContent(body);
            foreach ((string name, IEnumerable<string> values) in request.Content.Headers)
            {
                copy.Headers.TryAddWithoutValidation(name, values);
            }

            request.Content = copy;
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
