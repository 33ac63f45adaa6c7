using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>Reads keywords that describe and do not constrain. One whose value is of the wrong kind is told and ignored.</summary>
internal static class Annotation
{
    private static readonly string[] Outputs = ["video", "image", "audio", "text", "json"];

    public static string? Text(JsonNode schema, string keyword, SchemaScope scope) =>
        Value(schema, keyword, JsonKind.String, "it takes a string", scope)?.Text;

    public static bool Flag(JsonNode schema, string keyword, SchemaScope scope)
    {
        if (schema[keyword] is not { } value)
        {
            return false;
        }

        if (value.Kind is not (JsonKind.True or JsonKind.False))
        {
            scope.Report(SchemaDiagnostics.KeywordValueIsInvalid, value.Span, keyword, "it takes true or false");
        }

        return value.IsTrue;
    }

    /// <summary>The slug that the schema gives itself (<c>x-slug</c>), if it can stand in a path.</summary>
    public static string? Slug(JsonNode root, SchemaScope scope)
    {
        const string Keyword = "x-slug";
        if (Text(root, Keyword, scope) is not { } slug)
        {
            return null;
        }

        if (slug.Length > 0 && !slug.Any(char.IsWhiteSpace))
        {
            return slug;
        }

        scope.Report(SchemaDiagnostics.KeywordValueIsInvalid, root[Keyword]!.Span, Keyword, "it takes a text without white space");
        return null;
    }

    /// <summary>The C# name that the schema asks for (<c>x-csharp-name</c>), if it is one.</summary>
    public static string? Identifier(JsonNode schema, SchemaScope scope)
    {
        const string Keyword = "x-csharp-name";
        if (Text(schema, Keyword, scope) is not { } name)
        {
            return null;
        }

        if (CSharpName.IsMemberName(name))
        {
            return name;
        }

        scope.Report(SchemaDiagnostics.KeywordValueIsInvalid, schema[Keyword]!.Span, Keyword, $"'{name}' is not a C# identifier that begins with a capital letter");
        return null;
    }

    /// <summary>The extensions that only the runtime reads: what it would not understand is told where it stands.</summary>
    public static void CheckRoot(JsonNode root, SchemaScope scope)
    {
        _ = Value(root, "x-typical-seconds", JsonKind.Number, "it takes a number of seconds", scope);
        _ = Value(root, "x-typical-cost", JsonKind.Number, "it takes a number of US dollars", scope);
        _ = Text(root, "x-source", scope);
        _ = Text(root, "x-retrieved", scope);
        if (Text(root, "x-output", scope) is { } output && !Outputs.Contains(output))
        {
            scope.Report(SchemaDiagnostics.KeywordValueIsInvalid, root["x-output"]!.Span, "x-output", "it takes one of " + string.Join(", ", Outputs));
        }
    }

    private static JsonNode? Value(JsonNode schema, string keyword, JsonKind kind, string takes, SchemaScope scope)
    {
        if (schema[keyword] is not { } value)
        {
            return null;
        }

        if (value.Kind == kind)
        {
            return value;
        }

        scope.Report(SchemaDiagnostics.KeywordValueIsInvalid, value.Span, keyword, takes);
        return null;
    }
}
