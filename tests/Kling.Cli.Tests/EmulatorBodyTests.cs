using System.Globalization;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;

namespace Kling.Cli.Tests;

/// <summary>What <c>kling emulator</c> does with request bodies, over bare sockets.</summary>
public sealed class EmulatorBodyTests
{
    private const string Submit = "POST /v2/kling-o3-text2video";
    private const string GoodKey = $"x-api-key: {Cli.Key}\r\n";
    private const string Json = "Content-Type: application/json\r\n";
    private const string Huge = "Content-Length: 1073741824\r\n";
    private const string Chunked = "Transfer-Encoding: chunked\r\n";
    private const int Mebibyte = 1024 * 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Submit, Json + Huge, 401, "unauthorized")]
    [InlineData(Submit, Json + Chunked, 401, "unauthorized")]
    [InlineData(Submit, "x-api-key: nonsense\r\n" + Json + Huge, 401, "unauthorized")]
    [InlineData(Submit, "x-api-key: nonsense\r\nContent-Encoding: zstd\r\n" + Json + Huge, 401, "unauthorized")]
    [InlineData("POST /upload-asset", Json + Huge, 401, "unauthorized")]
    [InlineData("POST /v2/no-such-model", GoodKey + Json + Huge, 404, "Model no-such-model not found")]
    [InlineData("POST /nowhere", GoodKey + Json + Chunked, 404, "Not found")]
    [InlineData("PUT /v2/kling-o3-text2video", GoodKey + Json + Huge, 405, "not allowed")]
    [InlineData("GET /v2/requests/x", GoodKey + Json + Huge, 404, "Request x not found")]
    [InlineData(Submit, GoodKey + Huge, 406, "content type")]
    [InlineData(Submit, GoodKey + Json + Huge, 413, "larger than 33554432 bytes")]
    [InlineData(Submit, GoodKey + Json + "Content-Length: 33554433\r\n", 413, "MaxBodySize")]
    [InlineData(Submit, GoodKey + Json + Huge + "Expect: 100-continue\r\n", 413, "larger than 33554432 bytes")]
    [InlineData("POST /upload-asset", GoodKey + Json + Huge, 413, "MaxUploadSize")]
    [InlineData(Submit, GoodKey + Json + Huge + "Content-Encoding: gzip\r\n", 413, "larger than 33554432 bytes")]
    [InlineData(Submit, GoodKey + Json + Huge + "Content-Encoding: zstd\r\n", 415, "must be one of gzip, deflate, br or identity")]
    [InlineData(Submit, GoodKey + Json + Huge + "x-emulator-fault: error=503\r\n", 503, "Service unavailable")]
    [InlineData(Submit, GoodKey + Json + Huge + "x-emulator-fault: fire\r\n", 400, "It must be one of error")]
    public async Task A_refused_request_gets_its_response_before_its_body_is_sent(string line, string headers, int status, string says)
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync();

        string head = await HeadAndBodyAsync(served, $"{line} HTTP/1.1\r\nHost: x\r\n{headers}\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", head, StringComparison.Ordinal);
        Assert.Contains(says, head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 413)]
    [InlineData("x-emulator-fault: error=503\r\n", 503)]
    public async Task An_endless_chunked_body_is_read_up_to_the_limit(string fault, int status)
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(served.Address.Host, served.Address.Port, Token);
        NetworkStream stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{Submit} HTTP/1.1\r\nHost: x\r\n{GoodKey}{Json}{Chunked}{fault}\r\n"), Token);
        byte[] chunk = [.. "100000\r\n"u8, .. new byte[Mebibyte], .. "\r\n"u8];

        Task<string> answer = ReadAnswerAsync(stream);
        for (int i = 0; i <= 32; i++)
        {
            await stream.WriteAsync(chunk, Token);
        }

        Assert.StartsWith($"HTTP/1.1 {status} ", await answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ZZ\r\n")]
    [InlineData("5\r\nabcdeXX")]
    public async Task A_body_that_breaks_the_protocol_is_400_with_a_message(string chunk)
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync();

        string received = await RawSocket.AskAsync(served, $"{Submit} HTTP/1.1\r\nHost: x\r\n{GoodKey}{Json}{Chunked}\r\n{chunk}");

        Assert.StartsWith("HTTP/1.1 400 ", received, StringComparison.Ordinal);
        Assert.Contains("{\"error\":\"The request body cannot be read: ", received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compressed_submit_over_a_socket_makes_a_job()
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync();
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync("""{"prompt":"An eagle."}"""u8.ToArray(), Token);
        }

        string head = $"{Submit} HTTP/1.1\r\nHost: x\r\n{GoodKey}{Json}Content-Encoding: GZip\r\nContent-Length: {compressed.Length}\r\nConnection: close\r\n\r\n";
        string received = await RawSocket.AskAsync(served, [.. Encoding.ASCII.GetBytes(head), .. compressed.ToArray()]);

        Assert.StartsWith("HTTP/1.1 200 ", received, StringComparison.Ordinal);
        Assert.Contains("\"request_id\"", received, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rate-limit=1e11")]
    [InlineData("rate-limit=-1e11")]
    [InlineData("clock-skew=1e11, rate-limit=1")]
    [InlineData("job-unknown=1e11")]
    [InlineData("slow-body=1e8")]
    [InlineData("error=503, error=503")]
    public async Task A_fault_that_is_not_allowed_is_400_with_a_message(string fault)
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync();

        string received = await PostAsync(served, $"x-emulator-fault: {fault}\r\n", """{"prompt":"An eagle."}""");

        Assert.StartsWith("HTTP/1.1 400 ", received, StringComparison.Ordinal);
        Assert.Contains("{\"error\":\"x-emulator-fault: ", received, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redirect=307 https://ex%C3%A4mple.com/%C3%BC?q=%0D%0A")]
    [InlineData("foreign-address=https://ex%C3%A4mple.com/")]
    [InlineData("job-failed=%ED%A0%80%00%0D%0A")]
    public async Task A_fault_with_unusual_characters_is_applied(string fault)
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync();

        string received = await PostAsync(served, $"x-emulator-fault: {fault}\r\n", """{"prompt":"An eagle."}""");

        Assert.Matches(@"\AHTTP/1\.1 (200|307) ", received);
    }

    [Theory]
    [InlineData("""{"prompt":"\ud800"}""")]
    [InlineData("""{"\ud800":1,"prompt":"a"}""")]
    [InlineData("""{"prompt":"a","duration":1e400}""")]
    [InlineData("""{"prompt":"a","more":1e999999999999}""")]
    [InlineData("""{"prompt":"a","prompt":"b"}""")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\u00ff\u00fe{}")]
    [InlineData("{\"prompt\":\"\u00ed\u00a0\u0080\"}")]
    [InlineData("null")]
    [InlineData("")]
    public async Task An_unusual_body_creates_a_job_with_a_readable_result_or_is_400(string body)
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync();

        string received = await PostAsync(served, "x-emulator-fault: job-seconds=0\r\n", body);

        Assert.Matches(@"\AHTTP/1\.1 (200|400) ", received);
        if (received.Contains("\"response_url\":\"", StringComparison.Ordinal))
        {
            var result = new Uri(received.Split("\"response_url\":\"")[1].Split('"')[0]);
            string read = await RawSocket.AskAsync(served, $"GET {result.AbsolutePath} HTTP/1.1\r\nHost: x\r\n{GoodKey}Connection: close\r\n\r\n");
            Assert.StartsWith("HTTP/1.1 200 ", read, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("data:text/plain;charset=utf-8;base64,QQ==", 200)]
    [InlineData("data:image/png;base64,QQ==", 200)]
    [InlineData("data:\\u0001;base64,QQ==", 400)]
    [InlineData("data:image;base64,QQ==", 400)]
    [InlineData("data:image/png\\u00e4;base64,QQ==", 400)]
    public async Task An_uploaded_file_can_be_downloaded_or_is_refused(string url, int status)
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync();

        string received = await PostAsync(served, "", $$"""{"data_urls":["{{url}}"]}""", "POST /upload-asset");

        Assert.StartsWith($"HTTP/1.1 {status} ", received, StringComparison.Ordinal);
        if (status == 200)
        {
            var file = new Uri(received.Split("\"file_urls\":[\"")[1].Split('"')[0]);
            string read = await RawSocket.AskAsync(served, $"GET {file.AbsolutePath} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            Assert.EndsWith("\r\n\r\nA", read, StringComparison.Ordinal);
        }
    }

    private static Task<string> PostAsync(ServedEmulator served, string headers, string body, string line = Submit) => RawSocket.AskAsync(
        served,
        $"{line} HTTP/1.1\r\nHost: x\r\n{GoodKey}{Json}{headers}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");

    /// <summary>The answer to a head alone: nothing more is written.</summary>
    private static async Task<string> HeadAndBodyAsync(ServedEmulator served, string head)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(served.Address.Host, served.Address.Port, Token);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Token);
        return await ReadAnswerAsync(socket.GetStream());
    }

    /// <summary>One answer as far as its announced length says, without waiting for the connection's end.</summary>
    private static async Task<string> ReadAnswerAsync(NetworkStream stream)
    {
        var received = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (!IsWhole(received.ToString()))
        {
            int count = await stream.ReadAsync(buffer, Token);
            Assert.True(count > 0, $"The connection ended after: {received}");
            _ = received.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return received.ToString();
    }

    private static bool IsWhole(string received)
    {
        string[] parts = received.Split("\r\n\r\n", 2);
        return parts is [var head, var body]
            && body.Length >= int.Parse(head.Split("Content-Length: ")[1].Split('\r')[0], CultureInfo.InvariantCulture);
    }
}
