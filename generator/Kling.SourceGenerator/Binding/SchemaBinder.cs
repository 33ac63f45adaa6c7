using System.Collections.Immutable;
using System.Globalization;
using Kling.SourceGenerator.Binding.Document;
using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Binding.Names;
using Kling.SourceGenerator.Binding.Review;
using Kling.SourceGenerator.Binding.Values;
using Kling.SourceGenerator.CSharp;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>The second stage: a schema file becomes a model, or diagnostics with their locations.</summary>
internal static class SchemaBinder
{
    /// <summary>Metadata holds namespaces of 1,023 bytes (CS7013).</summary>
    private const int MaxNamespaceLength = 300;

    /// <summary>
    /// The description of the dialect, which editors use to complete schema files. It is in the same folder, where a pattern may match it.
    /// </summary>
    private const string DialectFile = "kling-model.schema";

    public static BindingResult Bind(SchemaSource source, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        SchemaFile file = source.File;
        if (file.Text is not { } text)
        {
            return new BindingResult(file.Path, null, Only(DiagnosticModel.AtStart(file.Path, SchemaDiagnostics.FileCannotBeRead)));
        }

        if (text.Length > SchemaSource.MaxLength)
        {
            return new BindingResult(
                file.Path,
                null,
                Only(
                    DiagnosticModel.AtStart(
                        file.Path,
                        SchemaDiagnostics.FileIsTooLarge,
                        Literal(text.Length),
                        Literal(SchemaSource.MaxLength)
                    )
                )
            );
        }

        if (SchemaFileName.Of(file.Path).Equals(DialectFile, StringComparison.OrdinalIgnoreCase))
        {
            return new BindingResult(file.Path, null, Only(DiagnosticModel.AtStart(file.Path, SchemaDiagnostics.FileDescribesSchemas)));
        }

        if (file.Options.Namespace.Length > MaxNamespaceLength)
        {
            return new BindingResult(
                file.Path,
                null,
                Only(
                    DiagnosticModel.AtStart(
                        file.Path,
                        SchemaDiagnostics.NamespaceIsTooLong,
                        Literal(file.Options.Namespace.Length),
                        Literal(MaxNamespaceLength)
                    )
                )
            );
        }

        var findings = new SchemaFindings(file.Path, text);
        ItemMetadata.Check(file.Options, findings);
        RequestModel? model =
            Document(source, findings) is { } document && ModelSlug.Of(document.Root, file, findings) is { } slug
                ? BindRequest(document, file, slug, findings)
                : null;

        // The C# type of the value would change as soon as the type is corrected, and break the code that uses it.
        return new BindingResult(file.Path, findings.Has(SchemaDiagnostics.TypeIsMisspelled) ? null : model, findings.Diagnostics);
    }

    /// <summary>
    /// Reports everything that any schema does not enforce, as JSON is checked by it: for tools that judge JSON by the schema itself.
    /// </summary>
    /// <param name="document">The schema.</param>
    /// <param name="text">The text that it was read from.</param>
    public static EquatableArray<DiagnosticModel> Review(SchemaDocument document, string text)
    {
        var findings = new SchemaFindings(path: "", text);
        var context = new BindingContext(document, new ModelTypeNames(@namespace: "", model: "", findings), findings);
        Review(context);
        _ = context.Checks.Reference(document.Root, "Root");
        _ = context.Checks.Build();
        return findings.Diagnostics;
    }

    /// <summary>The slug of a file, if a model is generated from it.</summary>
    public static ModelSlug? Slug(SchemaSource source)
    {
        if (source.Root is null)
        {
            return null;
        }

        var findings = new SchemaFindings(source.File.Path, source.File.Text!);
        return Document(source, findings) is { } document ? ModelSlug.Of(document.Root, source.File, findings) : null;
    }

    /// <summary>The schema, if it is one that can be a request.</summary>
    private static SchemaDocument? Document(SchemaSource source, SchemaFindings findings)
    {
        if (source.Root is not { } root)
        {
            findings.Report(SchemaDiagnostics.FileIsNotJson, source.Error!.Span, source.Error.Message);
            return null;
        }

        if (!root.IsObject)
        {
            findings.Report(SchemaDiagnostics.RootIsNotAnObjectSchema, root.Span, "A schema file holds one JSON object");
            return null;
        }

        if (root["type"] is { } type && type is not { Kind: JsonKind.String, Text: "object" })
        {
            findings.Report(
                SchemaDiagnostics.RootIsNotAnObjectSchema,
                type.Span,
                "A request is a JSON object: the root's \"type\" must be \"object\""
            );
            return null;
        }

        var document = new SchemaDocument(root);
        if (document.Shape(root).Schema["properties"] is not { IsObject: true } && root["type"] is null)
        {
            findings.Report(
                SchemaDiagnostics.RootIsNotAnObjectSchema,
                root.Member("properties")?.Value.Span ?? new TextSpan(root.Span.Start, 1),
                "The root needs \"type\": \"object\" or \"properties\", an object with one schema per parameter"
            );
            return null;
        }

        return document;
    }

    private static RequestModel BindRequest(SchemaDocument document, SchemaFile file, ModelSlug slug, SchemaFindings findings)
    {
        JsonNode root = document.Root;
        var names = new ModelTypeNames(
            CSharpName.Namespace(file.Options.Namespace),
            TypeName(root, file.Options, slug, findings),
            findings
        );
        var context = new BindingContext(document, names, findings);
        context.Definitions.Announce(root, new ObjectValueModel(names.Request));
        Review(context);
        Annotation.CheckRoot(root, findings);
        CostKeyword.Check(root, document.Shape(root).Schema, findings);
        ObjectModel request = ObjectBinder.Bind(
            root,
            document.Shape(root),
            names.Request,
            names.Model,
            ReservedNames.RequestMembers,
            context
        );
        return new RequestModel
        {
            Namespace = names.Namespace,
            IsPublic = file.Options.IsPublic,
            Slug = slug.Text,
            Title = Annotation.Text(root, "title", findings) ?? slug.Text,
            IsDeprecated = Annotation.Flag(root, "deprecated", findings),
            IsRetired = Annotation.Flag(root, "x-retired", findings),
            ReplacedBy = ReplacementKeyword.Read(root, document.Shape(root).Schema, slug.Text, findings)?.ToModel(),
            Request = BuilderBinder.Bind(request, context.Types.Objects),
            BuilderTypeName = names.Builder,
            Objects = context.Types.Objects.ToEquatableArray(),
            Enums = context.Types.Enums.ToEquatableArray(),
            Unions = context.Types.Unions.ToEquatableArray(),
            JsonChecks = context.Checks.Build(),
            SchemaJson = JsonPrinter.Print(root),
        };
    }

    private static void Review(BindingContext context) =>
        new SchemaReview(context.Document, context.References, context.Instances, context.Patterns, context.Findings).Check();

    /// <summary>What the names of the model's types begin with.</summary>
    private static string TypeName(JsonNode root, SchemaFileOptions options, ModelSlug slug, SchemaFindings findings)
    {
        string? item = ItemMetadata.TypeName(options);
        string? own = Annotation.Identifier(root, findings);
        string wanted = item ?? own ?? CSharpName.Identifier(slug.Text, "Model");
        string name = CSharpName.Fitting(wanted, CSharpName.MaxModelLength);
        if (name != wanted)
        {
            bool isOwn = item is null && own is not null;
            findings.Report(
                SchemaDiagnostics.NameIsShortened,
                item is not null ? default
                    : isOwn ? root["x-csharp-name"]!.Span
                    : slug.Span,
                JsonPrinter.Excerpt(item ?? own ?? slug.Text),
                name,
                Literal(CSharpName.MaxModelLength),
                item is not null ? "shorten KlingTypeName on its item"
                    : isOwn ? "shorten it"
                    : "use \"x-csharp-name\" to choose another name"
            );
        }

        return name;
    }

    private static string Literal(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static EquatableArray<DiagnosticModel> Only(DiagnosticModel diagnostic) => new(ImmutableArray.Create(diagnostic));
}
