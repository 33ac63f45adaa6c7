using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Kling.Emulator;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace Kling.Cli;

/// <summary>Passes requests from a socket to the emulator, and its responses back.</summary>
/// <param name="emulator">The emulator.</param>
/// <param name="address">The URL that it listens on.</param>
/// <param name="isAnyHost">Whether a request's <c>Host</c> counts. Else it does not: 127.0.0.1 and localhost are the same.</param>
internal sealed class EmulatorBridge(SegmindEmulator emulator, Uri address, bool isAnyHost) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(emulator);

    public void Dispose() => _invoker.Dispose();

    public async Task AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            using HttpRequestMessage request = Read(context.Request);
            using HttpResponseMessage answer = await _invoker.SendAsync(request, cancellationToken);
            await WriteAsync(answer, context.Response, HttpMethods.IsHead(context.Request.Method), cancellationToken);
        }
        catch (HttpRequestException e)
            when (e.InnerException is BadHttpRequestException { StatusCode: var status } refused && !context.Response.HasStarted)
        {
            await WriteErrorAsync(context.Response, status, $"The request body cannot be read: {refused.Message}");
        }
        catch (IOException) when (context.Response.HasStarted)
        {
            // The emulator cut off the response. What came so far is still delivered; as it is shorter than announced, the server closes
            // the connection.
        }
        catch (Exception e) when (context.Response.HasStarted || e is IOException or HttpRequestException or OperationCanceledException)
        {
            context.Abort();
        }
        catch (Exception e)
        {
            // Always reported: a test must be able to distinguish the emulator's own errors from the faults that it asked for.
            await WriteErrorAsync(
                context.Response,
                StatusCodes.Status500InternalServerError,
                $"The emulator itself failed ({e.GetType().Name}): {e.Message}"
            );
        }
    }

    private static Task WriteErrorAsync(HttpResponse to, int status, string message)
    {
        to.Clear();
        to.StatusCode = status;
        to.ContentType = "application/json; charset=utf-8";
        return to.WriteAsync(new JsonObject { ["error"] = message }.ToJsonString());
    }

    private HttpRequestMessage Read(HttpRequest from)
    {
        // Put together as text: a path that begins with // would name another host.
        Uri host = isAnyHost && Uri.TryCreate($"http://{from.Host.Value}", UriKind.Absolute, out Uri? named) ? named : address;
        var request = new HttpRequestMessage(
            new HttpMethod(from.Method),
            new Uri(host.GetLeftPart(UriPartial.Authority) + from.GetEncodedPathAndQuery())
        )
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
