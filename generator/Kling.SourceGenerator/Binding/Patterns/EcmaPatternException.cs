namespace Kling.SourceGenerator.Binding.Patterns;

/// <summary>A pattern is malformed, or .NET cannot say the same.</summary>
internal sealed class EcmaPatternException(string reason) : Exception(reason);
