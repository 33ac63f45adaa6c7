using System.Globalization;
using System.Text.Json;

namespace Kling.Benchmarks.Budget;

/// <summary>A request whose price follows a rule that only the server knows.</summary>
internal sealed class PricedRequest(KlingModel model, int duration, string mode, bool hasAudio) : IKlingRequest
{
    public KlingModel Model => model;

    /// <summary>What the server charges: 0.63 to 5.25 US dollars.</summary>
    public decimal Price => duration * (mode == "std" ? 0.21m : 0.28m) * (hasAudio ? 1.25m : 1);

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("duration", duration.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("mode", mode);
        writer.WriteBoolean("generate_audio", hasAudio);
        writer.WriteEndObject();
    }

    public IReadOnlyList<KlingViolation> Validate() => [];

    public static PricedRequest Next(KlingModel model, Random random) =>
        new(model, random.Next(3, 16), random.Next(2) == 0 ? "std" : "pro", random.Next(2) == 0);
}
