using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Kling.Editor.Tests;

/// <summary>Finds the assemblies of the editor's engine where the SDK keeps them.</summary>
internal static class EditorServices
{
    public static string Metadata(string key) => typeof(EditorServices).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == key).Value!;

    public static Assembly Load(string name) => Assembly.LoadFrom(Path.Combine(Metadata("EditorServices"), name + ".dll"));

    // Before the first look at a type of the engine's, and so before the runner looks at the tests.
#pragma warning disable CA2255 // A test assembly is nobody's library.
    [ModuleInitializer]
#pragma warning restore CA2255
    public static void Register() => AssemblyLoadContext.Default.Resolving += static (context, name) =>
    {
        string path = Path.Combine(Metadata("EditorServices"), name.Name + ".dll");
        return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    };
}
