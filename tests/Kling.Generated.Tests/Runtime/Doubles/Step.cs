using System.Net;
using System.Text;

namespace Kling.Tests;

/// <summary>One answer of a scripted server.</summary>
internal sealed record Step(bool ReadsBody, Func<CancellationToken, Task<HttpResponseMessage>> Answer)
{
    public static Step Json(int status, string json, params (string Name, string Value)[] headers) => Text(status, "application/json", json, headers);

    public static Step Html(int status) => Text(status, "text/html", "<!doctype html>\n<html><head><title>Oops</title></head>\u0007 <body>Something</body></html>");

    public static Step Empty(int status, params (string Name, string Value)[] headers) => Text(status, "application/json", "", headers);

    public static Step Text(int status, string type, string text, params (string Name, string Value)[] headers) => Bytes(status, type, Encoding.UTF8.GetBytes(text), headers);

    public static Step Bytes(int status, string type, byte[] body, params (string Name, string Value)[] headers) => new(true, _ =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentType = new(type);
        foreach ((string name, string value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return Task.FromResult(response);
    });

    /// <summary>The connection breaks after the request was read.</summary>
    public static Step Breaks() => new(true, static _ => throw new HttpRequestException("The connection was reset."));

    /// <summary>No connection: nothing of the request is read.</summary>
    public static Step Unreachable() => new(false, static _ => throw new HttpRequestException("The connection was refused."));

    /// <summary>The status arrives, and the body breaks off.</summary>
    public static Step BreaksOff(int status, string begin) => new(true, _ =>
        Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StreamContent(new BreakingStream(Encoding.UTF8.GetBytes(begin))) }));

    /// <summary>No answer until the request is cancelled; <paramref name="reached"/> tells that the request is in flight.</summary>
    public static Step Hangs(TaskCompletionSource reached, bool readsBody = true) => new(readsBody, async cancellationToken =>
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = cancellationToken.Register(cancelled.SetResult);
        reached.SetResult();
        await cancelled.Task;
        throw new TaskCanceledException("Cancelled.", null, cancellationToken);
    });

    private sealed class BreakingStream(byte[] begin) : MemoryStream(begin)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = Read(buffer.Span);
            return count > 0 ? ValueTask.FromResult(count) : throw new IOException("The response ended prematurely.");
        }
    }
}
