using System.Buffers;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Kling.Models;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Kling.Benchmarks.Requests;

/// <summary>A request of kling-3-pro-image2video: checked, written and read, beside what one would use instead.</summary>
public class RequestBenchmarks : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(16 * 1024);
    private readonly Utf8JsonWriter _writer;
    private Kling3ProImage2VideoRequest _request = SampleRequests.ByName["small"];
    private JsonSchema _schema = new();
    private string _text = "";
    private JToken _token = new JObject();
    private JsonElement _json;

    public RequestBenchmarks() => _writer = new Utf8JsonWriter(_buffer);

    public static IEnumerable<string> Requests => SampleRequests.ByName.Keys;

    [ParamsSource(nameof(Requests))]
    public string Request { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        _request = SampleRequests.ByName[Request];
        _text = _request.ToJson();
        _token = JToken.Parse(_text);
        _json = JsonDocument.Parse(_text).RootElement.Clone();
        _schema = JsonSchema.FromJsonAsync(Kling3ProImage2VideoRequest.Model.Schema).GetAwaiter().GetResult();
        _ = WriteByHand();
        bool areTheSame = Encoding.UTF8.GetString(_buffer.WrittenSpan) == _text;
        if (!areTheSame || Validate() is not [] || Parse() is null || _schema.Validate(_token).Count > 0)
        {
            throw new InvalidOperationException("The two sides do not do the same: the request is not valid to both, or not written alike.");
        }

        WarmUp();
    }

    /// <summary>Until the just-in-time compiler has done its best: what is measured first must not be measured half compiled.</summary>
    private void WarmUp()
    {
        const int Calls = 20_000;
        for (int i = 0; i < Calls; i++)
        {
            _ = Validate();
            _ = Write();
            _ = WriteByHand();
            _ = ToJson();
            _ = Parse();
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _writer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public IReadOnlyList<KlingViolation> Validate() => _request.Validate();

    [Benchmark]
    public object ValidateWithNJsonSchema() => _schema.Validate(_token);

    [Benchmark]
    public int Write()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
        _request.WriteTo(_writer);
        _writer.Flush();
        return _buffer.WrittenCount;
    }

    [Benchmark]
    public int WriteByHand()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
        HandWrittenBody.Write(_writer, _request);
        _writer.Flush();
        return _buffer.WrittenCount;
    }

    [Benchmark]
    public string ToJson() => _request.ToJson();

    [Benchmark]
    public object? Parse() => Kling3ProImage2VideoRequest.TryParse(_json, out Kling3ProImage2VideoRequest? request, out _) ? request : null;

    /// <summary>From the text, as it comes off the wire.</summary>
    [Benchmark]
    public object? ParseText()
    {
        using var document = JsonDocument.Parse(_text);
        return Kling3ProImage2VideoRequest.TryParse(document.RootElement, out Kling3ProImage2VideoRequest? request, out _) ? request : null;
    }

    /// <summary>From the text too, but to a verdict alone.</summary>
    [Benchmark]
    public object ValidateTextWithNJsonSchema() => _schema.Validate(_text);
}
