using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Instances;

/// <summary>Why a JSON value cannot be used.</summary>
/// <param name="Path">Where in the value, as a JSON Pointer; empty for the value itself.</param>
/// <param name="Reason">The reason as a sentence that begins with "it" and has no full stop.</param>
internal sealed record InstanceFault(string Path, string Reason)
{
    /// <summary>The same, as a fault of the value that this one is in.</summary>
    public InstanceFault Below(string name) => new($"/{JsonPointer.Escape(name)}{Path}", Reason);

    public override string ToString() => Path.Length == 0 ? Reason : $"{Reason} (at {Path})";

    public static implicit operator InstanceFault?(string? reason) => reason is null ? null : new InstanceFault("", reason);
}
