using System.Text;

namespace Kling.Tests.Hostile;

/// <summary>Faults of the connection and of the framing, for any response.</summary>
internal static class WireFaults
{
    private const int Bulk = 300;

    public static IReadOnlyList<Fault> All { get; } = [.. Early(), .. Cuts(), .. Slow(), .. Garbage(), .. Lengths(), .. Chunks(), .. Interim(), .. After()];

    private static IEnumerable<Fault> Early()
    {
        yield return new Fault("reset at accept", Effect.Nothing, static e => e.Wire.EndAsync(Ending.Reset)) { IsEarly = true, IsAtAccept = true };
        yield return new Fault("close at accept", Effect.Nothing, static e => e.Wire.EndAsync(Ending.Close)) { IsEarly = true, IsAtAccept = true };
        yield return new Fault("reset after the request's head", Effect.Nothing, static e => e.Wire.EndAsync(Ending.Reset)) { IsEarly = true };
        yield return new Fault("close after the request's head", Effect.Nothing, static e => e.Wire.EndAsync(Ending.Close)) { IsEarly = true };
        yield return new Fault("reset in the request's body", Effect.Nothing, static async e =>
        {
            _ = await e.Wire.ReadBodyAsync(Math.Min(e.Request.BodyLength, 1024));
            return await e.Wire.EndAsync(Ending.Reset);
        }) { IsEarly = true };
        yield return Fault.Of(
            "413 before the request's body",
            Effect.Refusal,
            static _ => new Answer("413 Too Large", [], "Connection: close").ToBytes(),
            Ending.Close) with { IsEarly = true, OnSubmit = Effect.Any };
    }

    private static IEnumerable<Fault> Cuts()
    {
        (string Name, Func<int, int, int> At)[] places =
        [
            ("before the response", static (_, _) => 0), ("in the status line", static (_, _) => 7), ("in the headers", static (head, _) => head / 2),
            ("after the headers", static (head, _) => head), ("after a byte of the body", static (head, _) => head + 1),
            ("in the body", static (head, body) => head + (body / 2)), ("before the last byte", static (head, body) => head + body - 1),
        ];
        foreach ((string name, Func<int, int, int> at) in places)
        {
            foreach (Ending ending in (Ending[])[Ending.Close, Ending.Reset, Ending.HalfClose, Ending.Hang])
            {
                yield return Fault.Of($"{ending} {name}".ToLowerInvariant(), Effect.Nothing, e => Cut(e.Truth, at), ending);
            }
        }
    }

    private static byte[] Cut(Answer truth, Func<int, int, int> at)
    {
        byte[] all = truth.ToBytes();
        return all[..at(all.Length - truth.Body.Length, truth.Body.Length)];
    }

    private static IEnumerable<Fault> Slow()
    {
        yield return new Fault("byte by byte", Effect.Truth, static e => DripAsync(e, 1, TimeSpan.Zero));
        yield return new Fault("seven bytes at a time", Effect.Truth, static e => DripAsync(e, 7, TimeSpan.Zero));
        yield return new Fault("60 bytes in 1 s", Effect.Any, static e => DripAsync(e, 60, TimeSpan.FromSeconds(1)));
        yield return new Fault("60 bytes in 12 s", Effect.Any, static e => DripAsync(e, 60, TimeSpan.FromSeconds(12)));
    }

    private static async Task<bool> DripAsync(Exchange e, int size, TimeSpan pause)
    {
        byte[] all = e.Truth.ToBytes();
        int slow = Math.Min(all.Length, Bulk);
        for (int at = 0; at < slow; at += size)
        {
            await e.Wire.WriteAsync(all.AsMemory(at, Math.Min(size, slow - at)));
            if (pause > TimeSpan.Zero)
            {
                e.Wire.Clock.Advance(pause);
            }
        }

        return await e.SendAsync(all.AsMemory(slow), Ending.Keep);
    }

    private static IEnumerable<Fault> Garbage()
    {
        yield return Raw("text instead of HTTP", "this is not HTTP\r\n\r\n", Effect.Nothing);
        yield return Raw("zeros instead of HTTP", new string('\0', 200), Effect.Nothing);
        yield return Raw("TLS instead of HTTP", "\x15\x03\x01\x00\x02\x02\x28", Effect.Nothing);
        yield return Raw("HTTP/2 instead of HTTP/1.1", "\0\0\x12\x04\0\0\0\0\0\0\x03\0\0\0\x64", Effect.Nothing);
        yield return Raw("a status that is no number", "HTTP/1.1 abc OK\r\n\r\n", Effect.Nothing);
        yield return Raw("a status of two digits", "HTTP/1.1 20 OK\r\n\r\n", Effect.Nothing);
        yield return Raw("a status of four digits", "HTTP/1.1 2000 OK\r\nContent-Length: 0\r\n\r\n", Effect.Nothing);
        yield return Raw("HTTP/9.9", "HTTP/9.9 200 OK\r\nContent-Length: 0\r\n\r\n", Effect.Nothing);
        yield return Raw("ICY", "ICY 200 OK\r\nContent-Length: 0\r\n\r\n", Effect.Nothing);
        yield return Raw("an endless status line", "HTTP/1.1 200 " + new string('x', 200_000), Effect.Nothing);
        yield return Raw("an endless header", "HTTP/1.1 200 OK\r\nX: " + new string('x', 200_000), Effect.Nothing);
        yield return Header("empty lines first", static e => [.. "\r\n\r\n\r\n"u8, .. e.Truth.ToBytes()]);
        yield return Header("a header without a colon", static e => WithLine(e, "nonsense"));
        yield return Header("a header without a name", static e => WithLine(e, ": nonsense"));
        yield return Header("a header with NUL", static e => WithLine(e, "X: a\0b"));
        yield return Header("a folded header", static e => WithLine(e, "X: a\r\n b"));
        yield return Header("2,000 headers", static e => WithLine(e, string.Join("\r\n", Enumerable.Range(0, 2_000).Select(static number => $"X-{number}: x"))));
        yield return Header("lines that end in LF", static e => [.. Encoding.Latin1.GetBytes(Head(e).Replace("\r\n", "\n", StringComparison.Ordinal)), .. e.Truth.Body]);
    }

    private static Fault Raw(string name, string text, Effect effect) => Fault.Of(name, effect, _ => Encoding.Latin1.GetBytes(text), Ending.Close);

    private static Fault Header(string name, Func<Exchange, byte[]> bytes) => Fault.Of(name, Effect.Any, bytes, Ending.Close);

    private static string Head(Exchange e) => Encoding.Latin1.GetString(e.Truth.Head($"Content-Length: {e.Truth.Body.Length}"));

    private static byte[] WithLine(Exchange e, string line) => [.. e.Truth.Head(line, $"Content-Length: {e.Truth.Body.Length}"), .. e.Truth.Body];

    private static IEnumerable<Fault> Lengths()
    {
        yield return Framed("the same Content-Length twice", Effect.Any, static length => [$"Content-Length: {length}", $"Content-Length: {length}"]);
        yield return Framed("Content-Length in a list", Effect.Any, static length => [$"Content-Length: {length}, {length}"]);
        yield return Framed("two Content-Lengths, the shorter first", Effect.Any, static length => [$"Content-Length: {length / 2}", $"Content-Length: {length}"]);
        yield return Framed("two Content-Lengths, the longer first", Effect.Any, static length => [$"Content-Length: {length}", $"Content-Length: {length / 2}"]);
        yield return Framed("a negative Content-Length", Effect.Any, static _ => ["Content-Length: -1"]);
        yield return Framed("a Content-Length that is no number", Effect.Any, static _ => ["Content-Length: many"]);
        yield return Framed("a Content-Length beyond 64 bits", Effect.Any, static _ => ["Content-Length: 99999999999999999999"]);
        yield return Framed("a Content-Length that is too long", Effect.Nothing, static length => [$"Content-Length: {length + 1}"]);
        yield return Framed("a Content-Length of an exabyte", Effect.Nothing, static _ => ["Content-Length: 1000000000000000000"]);
        yield return Framed("a Content-Length that is too short", Effect.Nothing, static length => [$"Content-Length: {length / 2}"]);
        yield return Framed("a Content-Length that lacks one", Effect.Nothing, static length => [$"Content-Length: {length - 1}"]);
        yield return Framed("Content-Length: 0", Effect.Nothing, static _ => ["Content-Length: 0"]);
        yield return Framed("Content-Length and chunks that are none", Effect.Nothing, static length => [$"Content-Length: {length}", "Transfer-Encoding: chunked"]);
        yield return Framed("no framing", Effect.Truth, static _ => ["Connection: close"]);
        yield return Fault.Of(
            "no framing, cut",
            Effect.Nothing,
            static e => [.. e.Truth.Head("Connection: close"), .. e.Truth.Body[..(e.Truth.Body.Length / 2)]],
            Ending.Close) with { NeedsSize = true };
    }

    private static Fault Framed(string name, Effect effect, Func<int, string[]> framing) =>
        Fault.Of(name, effect, e => [.. e.Truth.Head(framing(e.Truth.Body.Length)), .. e.Truth.Body], Ending.Close) with { NeedsSize = effect is not Effect.Truth };

    private static IEnumerable<Fault> Chunks()
    {
        yield return Chunked("chunks", Effect.Truth, static body => Split(body, 1_000, "\r\n"));
        yield return Chunked("small chunks", Effect.Truth, static body => Split(body, Math.Max(1, body.Length / 50), "\r\n"));
        yield return Chunked("chunks with extensions", Effect.Truth, static body => Split(body, 1_000, ";name=value\r\n"));
        yield return Chunked("chunks with trailers", Effect.Truth, static body => [.. Split(body, 1_000, "\r\n")[..^2], .. "X-Trailer: x\r\n\r\n"u8]);
        yield return Chunked("chunks without the last one", Effect.Nothing, static body => Split(body, 1_000, "\r\n")[..^5]);
        yield return Chunked("chunks cut in the middle", Effect.Nothing, static body => Split(body, 1_000, "\r\n")[..(body.Length / 2)]);
        yield return Chunked("a chunk that is longer than it says", Effect.Nothing, static body => [.. "5\r\n"u8, .. body, .. "\r\n0\r\n\r\n"u8]);
        yield return Chunked("a chunk that is shorter than it says", Effect.Nothing, static body => [.. Hex(body.Length + 100), .. "\r\n"u8, .. body, .. "\r\n0\r\n\r\n"u8]);
        yield return Chunked("a chunk size that is no number", Effect.Nothing, static body => [.. "size\r\n"u8, .. body, .. "\r\n0\r\n\r\n"u8]);
        yield return Chunked("a chunk size beyond 64 bits", Effect.Nothing, static body => [.. "FFFFFFFFFFFFFFFFFF\r\n"u8, .. body, .. "\r\n0\r\n\r\n"u8]);
        yield return Chunked("a negative chunk size", Effect.Nothing, static body => [.. "-5\r\n"u8, .. body, .. "\r\n0\r\n\r\n"u8]);
        yield return Chunked("an endless chunk size", Effect.Nothing, static body => [.. Encoding.ASCII.GetBytes(new string('0', 100_000)), .. body]);
        yield return Chunked("chunks that end at once", Effect.Nothing, static _ => "0\r\n\r\n"u8.ToArray());
        yield return Chunked("chunks that end too early", Effect.Nothing, static body => Split(body[..(body.Length / 2)], 1_000, "\r\n")) with { NeedsSize = true };
    }

    private static Fault Chunked(string name, Effect effect, Func<byte[], byte[]> body) =>
        Fault.Of(name, effect, e => [.. e.Truth.Head("Transfer-Encoding: chunked"), .. body(e.Truth.Body)], Ending.Close);

    private static byte[] Split(byte[] body, int size, string lineEnd) =>
        [.. body.Chunk(size).SelectMany(piece => (byte[])[.. Hex(piece.Length), .. Encoding.ASCII.GetBytes(lineEnd), .. piece, .. "\r\n"u8]), .. "0\r\n\r\n"u8];

    private static byte[] Hex(int number) => Encoding.ASCII.GetBytes(number.ToString("x", System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<Fault> Interim()
    {
        (string Status, int Count, Effect Effect)[] rows =
        [
            ("100 Continue", 1, Effect.Truth), ("102 Processing", 5, Effect.Truth), ("103 Early Hints", 20, Effect.Truth),
            ("100 Continue", 5_000, Effect.Any), ("101 Switching Protocols", 1, Effect.Any), ("199 Odd", 2, Effect.Any),
        ];
        foreach ((string status, int count, Effect effect) in rows)
        {
            byte[] interim = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat($"HTTP/1.1 {status}\r\n\r\n", count)));
            yield return Fault.Of($"{count} times {status}", effect, e => [.. interim, .. e.Truth.ToBytes()], effect is Effect.Any ? Ending.Close : Ending.Keep);
        }
    }

    private static IEnumerable<Fault> After()
    {
        yield return Fault.Of("closed after the response, without a word", Effect.Truth, static e => e.Truth.ToBytes(), Ending.Close);
        yield return Fault.Of("half closed after the response", Effect.Truth, static e => e.Truth.ToBytes(), Ending.HalfClose);
        yield return Fault.Of("reset after the response", Effect.Any, static e => e.Truth.ToBytes(), Ending.Reset);
        yield return Fault.Of("a second response behind it", Effect.Truth, static e => [.. e.Truth.ToBytes(), .. Behind]);
        yield return Fault.Of("empty lines behind it", Effect.Truth, static e => [.. e.Truth.ToBytes(), .. "\r\n\r\n"u8]);
    }

    private static byte[] Behind => Answer.Json("200 OK", """{"request_id":"behind","status":"FAILED","error":"meant for nobody"}""").ToBytes();
}
