using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Kling.Tests;

/// <summary>Listeners are of the whole process: these tests run alone.</summary>
[CollectionDefinition(nameof(Listening), DisableParallelization = true)]
public sealed class ListeningCollection;

/// <summary>Keeps every span that ends and every measurement.</summary>
internal sealed class Listening : IDisposable
{
    private readonly ActivityListener _spans;
    private readonly MeterListener _meters = new();

    public Listening()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == KlingTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Spans.Add,
        };
        ActivitySource.AddActivityListener(_spans);
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == KlingTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.Start();
    }

    public List<Activity> Spans { get; } = [];

    /// <summary>Each measurement as a line: instrument, value, tags.</summary>
    public List<string> Measurements { get; } = [];

    /// <summary>Everything that was kept, as text.</summary>
    public string Text => string.Join('\n', Spans.Select(Show).Concat(Measurements));

    public static string Show(Activity span) => string.Join('\n', [
        $"{span.DisplayName} {span.OperationName} {span.Status} {span.StatusDescription}",
        .. span.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}"),
        .. span.Events.Select(static occurrence => $"{occurrence.Name} {Show(occurrence.Tags)}"),
        .. span.Baggage.Select(static item => $"{item.Key}={item.Value}"),
    ]);

    public void Dispose()
    {
        _spans.Dispose();
        _meters.Dispose();
    }

    private static string Show(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(static tag => $"{tag.Key}={tag.Value}"));

    private void Add<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Measurements.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{instrument.Name} {value} {Show(tags.ToArray())}"));
}
