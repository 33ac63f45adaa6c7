using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Kling.Editor.Tests;

/// <summary>
/// The engine's parameter info. Editors reach it inside the engine or over the language server protocol; it is not public, so it is found
/// by its names.
/// </summary>
internal static class SignatureHelp
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The overloads that are shown at a position: what is said of each, and of its parameters by name.</summary>
    public static async Task<IReadOnlyList<(string Summary, IReadOnlyDictionary<string, string> Parameters)>> AtAsync(Document document, int position)
    {
        object provider = Activator.CreateInstance(
            EditorServices.Load("Microsoft.CodeAnalysis.CSharp.Features").GetType("Microsoft.CodeAnalysis.CSharp.SignatureHelp.InvocationExpressionSignatureHelpProvider", throwOnError: true)!,
            nonPublic: true)!;
        MethodInfo method = provider.GetType().GetInterface("ISignatureHelpProvider")!.GetMethod("GetItemsAsync")!;
        object?[] arguments = [.. method.GetParameters().Select(parameter => Argument(parameter.ParameterType, document, position))];
        var found = (Task)method.Invoke(provider, arguments)!;
        await found;
        return Get(found, "Result") is { } items ? [.. List(items, "Items").Select(Read)] : [];
    }

    private static (string, IReadOnlyDictionary<string, string>) Read(object item) => (
        Text(item),
        List(item, "Parameters").ToDictionary(static parameter => (string)Get(parameter, "Name")!, Text));

    private static string Text(object described)
    {
        var documentation = (Func<CancellationToken, IEnumerable<TaggedText>>)Get(described, "DocumentationFactory")!;
        return string.Concat(documentation(TestContext.Current.CancellationToken).Select(static part => part.Text));
    }

    private static object? Argument(Type type, Document document, int position) => type switch
    {
        _ when type == typeof(Document) => document,
        _ when type == typeof(int) => position,
        _ when type == typeof(CancellationToken) => TestContext.Current.CancellationToken,
        _ when type.GetField("Default", Any) is { } preset => preset.GetValue(null),
        { IsValueType: true } => Activator.CreateInstance(type),
        _ => null,
    };

    private static IEnumerable<object> List(object owner, string property) => ((IEnumerable)Get(owner, property)!).Cast<object>();

    private static object? Get(object owner, string property) => owner.GetType().GetProperty(property, Any)!.GetValue(owner);
}
