using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.CodeFixes.GoToSchema;

/// <summary>A model's schema file in a project.</summary>
internal sealed class SchemaFileOf
{
    private readonly JsonNode _root;

    private SchemaFileOf(TextDocument document, string text, JsonNode root)
    {
        Document = document;
        Text = text;
        _root = root;
    }

    public TextDocument Document { get; }

    public string Text { get; }

    /// <summary>The file of a model, or <see langword="null"/>: a model may come with a package, too.</summary>
    public static async Task<SchemaFileOf?> FindAsync(Project project, string slug, CancellationToken cancellation)
    {
        foreach (TextDocument document in project.AdditionalDocuments)
        {
            AdditionalText? file = project.AnalyzerOptions.AdditionalFiles.FirstOrDefault(file => file.Path == document.FilePath);
            if (file is null || !IsSchema(project, file, out string? ownSlug))
            {
                continue;
            }

            string text = (await document.GetTextAsync(cancellation).ConfigureAwait(false)).ToString();
            if (JsonReader.Read(text, out _) is { } root && slug == (ownSlug ?? SlugIn(root) ?? SchemaFileName.Slug(file.Path)))
            {
                return new SchemaFileOf(document, text, root);
            }
        }

        return null;
    }

    /// <summary>The place of a path: a property's name, a value of an <c>enum</c>, or the file's start.</summary>
    public TextSpan Find(IReadOnlyList<SchemaStep> steps)
    {
        JsonNode? schema = _root;
        TextSpan place = new(_root.Span.Start, 1);
        foreach (SchemaStep step in steps)
        {
            if (Holder(schema, step, depth: 0) is not { } holder)
            {
                // A type may be put together of several schemas. What is above it is near enough.
                return place;
            }

            if (step.Keyword == "enum")
            {
                return holder.ItemsOf("enum").FirstOrDefault(value => JsonPrinter.Print(value) == step.Name)?.Span ?? place;
            }

            JsonMember member = (step == SchemaPath.Items ? holder : holder["properties"]!).Member(
                step == SchemaPath.Items ? "items" : step.Name
            )!;
            (place, schema) = (member.NameSpan, member.Value);
        }

        return place;
    }

    /// <summary>The schema that has the keyword: this one, the one that it refers to, or one that applies with it.</summary>
    private JsonNode? Holder(JsonNode? schema, SchemaStep step, int depth)
    {
        const int MaxDepth = 16;
        if (schema is null || depth > MaxDepth)
        {
            return null;
        }

        if (step.Keyword == "properties" ? schema["properties"]?.Member(step.Name) is not null : schema[step.Keyword] is not null)
        {
            return schema;
        }

        JsonNode? target = schema["$ref"] is { Kind: JsonKind.String } reference ? JsonPointer.Resolve(_root, reference.Text) : null;
        IEnumerable<JsonNode?> others = schema.ItemsOf("allOf").Concat(schema.ItemsOf("anyOf")).Concat(schema.ItemsOf("oneOf"));
        return others.Prepend(target).Select(other => Holder(other, step, depth + 1)).FirstOrDefault(static holder => holder is not null);
    }

    private static string? SlugIn(JsonNode root) => root["x-slug"] is { Kind: JsonKind.String } slug ? slug.Text : null;

    private static bool IsSchema(Project project, AdditionalText file, out string? slug)
    {
        AnalyzerConfigOptions options = project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(file);
        slug =
            options.TryGetValue("build_metadata.AdditionalFiles.KlingSlug", out string? own) && own.Trim().Length > 0
                ? Uri.UnescapeDataString(own).Trim()
                : null;
        return options.TryGetValue("build_metadata.AdditionalFiles.KlingSchema", out string? isSchema)
            && string.Equals(isSchema.Trim(), "true", StringComparison.OrdinalIgnoreCase);
    }
}
