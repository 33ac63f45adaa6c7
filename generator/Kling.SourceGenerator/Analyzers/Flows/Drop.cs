using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>A place where a value is dropped.</summary>
/// <param name="Place">The call, or the name or the call that the value came through to the place where it is dropped.</param>
/// <param name="IsAwaited">Whether something waits for the task, or looks at its error.</param>
/// <param name="IsDiscarded">Whether the code says itself that the value does not count: <c>_ = …</c>.</param>
internal sealed record Drop(IOperation Place, bool IsAwaited, bool IsDiscarded);
