namespace Kling.Cli;

/// <summary>The client of the commands that use the queue alone. It has no key and sends nothing.</summary>
internal sealed class OfflineClient : KlingClient;
