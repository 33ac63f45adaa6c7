using System.Globalization;
using Kling.Benchmarks.Results;

namespace Kling.Benchmarks.Peer;

/// <summary>The comparison as Markdown.</summary>
internal sealed class PeerFile(Machine machine, int files, int shipped, Build ours, Build peer, int proLines, Build large, Build larger) : MarkdownFile
{
    public string Write()
    {
        Line("# Generated code, beside its peer").Line("");
        Line("Written by `dotnet run -c Release --project tests/Kling.Benchmarks -- peer`. Do not edit by hand.").Line("");
        Line($"- {machine.Processor}, {machine.Cores} cores; {machine.System}; {machine.Runtime}; {machine.Date}; load average {machine.Load}");
        Line($"- {Number(files)} real schema files, {Number(shipped)} of them shipped: all that NJsonSchema reads and whose classes compile");
        Line("- The peer is NJsonSchema's C# classes with a context for System.Text.Json's source generator. It has no validation, no builder, no equality");
        Line("- Lines are those that the compiler sees. Times are processor time of the compiler with its source generators, in one process: parse, generate, emit; the median of five runs after one").Line("");
        Line("## Numbers to reach").Line("");
        Table(Goals());
        Line("## Measured").Line("");
        Table(
            ["", "ours", "peer", "ratio"],
            [
                ["lines", Number(ours.Lines), Number(peer.Lines), Ratio(ours.Lines, peer.Lines)],
                ["assembly, KiB", Number(ours.Bytes / 1024), Number(peer.Bytes / 1024), Ratio(ours.Bytes, peer.Bytes)],
                ["compiler, s", Seconds(ours), Seconds(peer), Ratio(ours.Seconds, peer.Seconds)],
            ]);
        return Take();
    }

    private IEnumerable<Goal> Goals() =>
    [
        new("Generated lines, against the peer's", "1.0 times", Ratio(ours.Lines, peer.Lines), ours.Lines <= peer.Lines),
        new("Assembly, against the peer's", "1.0 times", Ratio(ours.Bytes, peer.Bytes), ours.Bytes <= peer.Bytes),
        new("Processor time of the compiler, against the peer's", "1.0 times", Ratio(ours.Seconds, peer.Seconds), ours.Seconds <= peer.Seconds),
        new("Lines of kling-3-pro-image2video", "600", Number(proLines), proLines <= 600),
        new("An enum of 4,000 values: processor time of the compiler", "3 s", $"{Seconds(large)} s", large.Seconds <= 3),
        new("20,000 values, against 4,000", "6 times", Ratio(larger.Seconds, large.Seconds), larger.Seconds <= large.Seconds * 6),
    ];

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Seconds(Build build) => build.Seconds.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Ratio(double one, double other) => (one / other).ToString("0.00", CultureInfo.InvariantCulture);
}
