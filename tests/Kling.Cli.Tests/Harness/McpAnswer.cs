using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Kling.Cli.Tests;

/// <summary>What a tool has returned.</summary>
internal sealed class McpAnswer(CallToolResult result)
{
    public CallToolResult Result => result;

    public bool IsError => result.IsError is true;

    /// <summary>The text that an agent reads.</summary>
    public string Text => ((TextContentBlock)result.Content[0]).Text;

    /// <summary>The same as JSON.</summary>
    public JsonElement Json => JsonElement.Parse(Text);

    public string Status => Json.GetProperty("status").GetString()!;

    public string Job => Json.GetProperty("job").GetString()!;

    /// <summary>The links to files.</summary>
    public IReadOnlyList<ResourceLinkBlock> Links => [.. result.Content.OfType<ResourceLinkBlock>()];

    public override string ToString() => Text;
}
