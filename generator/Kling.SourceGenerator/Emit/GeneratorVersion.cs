namespace Kling.SourceGenerator.Emit;

/// <summary>Who wrote the code, for tools that pass over generated code.</summary>
internal static class GeneratorVersion
{
    /// <summary>
    /// The arguments of <c>[GeneratedCode]</c>. The assembly's version has no commit in it, so that the same schema gives the same bytes
    /// from one build of the generator to the next.
    /// </summary>
    public static readonly string Arguments = $"\"Kling.SourceGenerator\", \"{typeof(GeneratorVersion).Assembly.GetName().Version}\"";
}
