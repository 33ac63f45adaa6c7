namespace Kling.SourceGenerator.Binding;
internal static class EcmaPattern { public static string? Translate(string p, out string? reason) { reason = null; return p; } }
