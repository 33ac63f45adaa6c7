namespace Kling.Tests;

/// <summary>Keeps every report of a transfer.</summary>
internal sealed class TransferLog : IProgress<KlingTransfer>
{
    public List<KlingTransfer> Reports { get; } = [];

    public void Report(KlingTransfer value) => Reports.Add(value);
}
