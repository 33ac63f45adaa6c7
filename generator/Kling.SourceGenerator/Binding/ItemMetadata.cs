using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.CSharp;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>
/// What the file's <c>KlingSchema</c> item says of it, but for the slug. What cannot be used is reported at the file's start, because the
/// item is not in it.
/// </summary>
internal static class ItemMetadata
{
    public static string? TypeName(SchemaFileOptions options) =>
        options.TypeName is { } name && CSharpName.IsMemberName(name) ? name : null;

    public static void Check(SchemaFileOptions options, SchemaFindings findings)
    {
        if (TypeName(options) != options.TypeName)
        {
            Report("KlingTypeName", options.TypeName, "must be a C# identifier that begins with a capital letter");
        }

        if (options.ItemNamespace is { } name && !CSharpName.IsNamespace(name))
        {
            Report("KlingNamespace", name, "must be a C# namespace, for example 'Acme.Models'");
        }

        if (options.ItemAccessibility?.ToUpperInvariant() is not (null or "PUBLIC" or "INTERNAL"))
        {
            Report("KlingAccessibility", options.ItemAccessibility, "must be 'public' or 'internal'");
        }

        void Report(string metadata, string? value, string rule) =>
            findings.Report(SchemaDiagnostics.ItemMetadataIsInvalid, default, metadata, value!, rule);
    }
}
