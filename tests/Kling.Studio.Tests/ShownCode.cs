using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.Studio.Tests;

/// <summary>The C# code that the studio shows.</summary>
internal static class ShownCode
{
    private const string Usings = "using System; using System.Threading.Tasks;\n";

    /// <summary>Compiles programs as methods of one assembly, and returns their requests.</summary>
    public static IKlingRequest[] Compile(string[] codes)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Shown",
            codes.Select(static (code, index) => CSharpSyntaxTree.ParseText(AsMethod(code, index), new CSharpParseOptions(LanguageVersion.CSharp12))),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Diagnostics.Where(static found => found.Severity is DiagnosticSeverity.Error).Select(static found => found.ToString()));
        var context = new AssemblyLoadContext("shown", isCollectible: true);
        image.Position = 0;
        Assembly assembly = context.LoadFromStream(image);
        return [.. codes.Select((_, index) => (IKlingRequest)assembly.GetType($"Shown{index}")!.GetMethod("Request")!.Invoke(null, null)!)];
    }

    /// <summary>The program without its client.</summary>
    private static string AsMethod(string code, int index)
    {
        int start = code.IndexOf("using var client", StringComparison.Ordinal);
        int end = code.IndexOf("KlingResult result =", StringComparison.Ordinal);
        string body = code[start..end];
        return $"{Usings}{code[..start]}public static class Shown{index} {{ public static IKlingRequest Request() {{ {body[body.IndexOf('\n', StringComparison.Ordinal)..]} return request; }} }}";
    }
}
