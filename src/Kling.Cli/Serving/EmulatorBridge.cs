using System.Net.Http.Headers;
using Kling.Emulator;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace Kling.Cli;

/// <summary>Carries requests from a socket to the emulator, and its answers back.</summary>
/// <param name="emulator">The emulator.</param>
/// <param name="address">The address that it answers at. What a request says in <c>Host</c> is not asked: 127.0.0.1 and localhost are the same here.</param>
internal sealed class EmulatorBridge(SegmindEmulator emulator, Uri address) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(emulator);

    public void Dispose() => _invoker.Dispose();

    public async Task AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = Read(context.Request);
        try
        {
            using HttpResponseMessage answer = await _invoker.SendAsync(request, cancellationToken);
            await WriteAsync(answer, context.Response, HttpMethods.IsHead(context.Request.Method), cancellationToken);
        }
        catch (IOException)
        {
            // The emulator broke the answer off. What came so far is still delivered; as it is shorter than announced, the server closes the connection.
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            context.Abort();
        }
    }

    private HttpRequestMessage Read(HttpRequest from)
    {
        var request = new HttpRequestMessage(new HttpMethod(from.Method), new Uri(address, from.GetEncodedPathAndQuery()))
        {
            Content = new StreamContent(from.Body),
        };
        foreach ((string name, StringValues values) in from.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                _ = request.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return request;
    }

    private static async Task WriteAsync(HttpResponseMessage answer, HttpResponse to, bool isHead, CancellationToken cancellationToken)
    {
        to.StatusCode = (int)answer.StatusCode;
        Copy(answer.Headers.NonValidated, to.Headers);
        Copy(answer.Content.Headers.NonValidated, to.Headers);
        to.ContentLength = answer.Content.Headers.ContentLength;
        if (isHead)
        {
            return;
        }

        await to.Body.FlushAsync(cancellationToken);
        await using Stream body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        byte[] buffer = new byte[16 * 1024];
        while (await body.ReadAsync(buffer, cancellationToken) is > 0 and int count)
        {
            // What came so far is on the wire before the next piece, or its break, is waited for.
            await to.Body.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            await to.Body.FlushAsync(cancellationToken);
        }
    }

    private static void Copy(HttpHeadersNonValidated from, IHeaderDictionary to)
    {
        foreach ((string name, HeaderStringValues values) in from)
        {
            to[name] = values.ToArray();
        }
    }
}
