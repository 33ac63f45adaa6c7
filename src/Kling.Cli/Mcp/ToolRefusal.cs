namespace Kling.Cli;

/// <summary>A call with valid arguments that is refused, because the user has not allowed it. Nothing was sent.</summary>
internal sealed class ToolRefusal(string message) : Exception(message);
