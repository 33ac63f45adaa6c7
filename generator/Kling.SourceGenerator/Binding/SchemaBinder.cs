using System.Collections.Immutable;
using System.Globalization;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Binding.Names;
using Kling.SourceGenerator.Binding.Review;
using Kling.SourceGenerator.Binding.Values;
using Kling.SourceGenerator.CSharp;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>The second stage: a schema file becomes a model, or diagnostics at the places that stand in the way.</summary>
internal static class SchemaBinder
{
    /// <summary>The schema is a text in the compiled code, and all texts of an assembly share 8 million characters (CS8103).</summary>
    private const int MaxLength = 1_000_000;

    /// <summary>Metadata holds namespaces of 1,023 bytes (CS7013).</summary>
    private const int MaxNamespaceLength = 300;

    /// <summary>The description of the dialect, which editors use to complete schema files. It is in the same folder, where a pattern may match it.</summary>
    private const string DialectFile = "kling-model.schema";

    public static BindingResult Bind(SchemaFile file, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (file.Text is null)
        {
            return new BindingResult(file.Path, null, Only(DiagnosticModel.AtStart(file.Path, SchemaDiagnostics.FileCannotBeRead)));
        }

        if (file.Text.Length > MaxLength)
        {
            return new BindingResult(file.Path, null, Only(DiagnosticModel.AtStart(file.Path, SchemaDiagnostics.FileIsTooLarge, Literal(file.Text.Length), Literal(MaxLength))));
        }

        if (ModelSlug.FileName(file.Path).Equals(DialectFile, StringComparison.OrdinalIgnoreCase))
        {
            return new BindingResult(file.Path, null, Only(DiagnosticModel.AtStart(file.Path, SchemaDiagnostics.FileDescribesSchemas)));
        }

        if (file.Options.Namespace.Length > MaxNamespaceLength)
        {
            return new BindingResult(file.Path, null, Only(DiagnosticModel.AtStart(file.Path, SchemaDiagnostics.NamespaceIsTooLong, Literal(file.Options.Namespace.Length), Literal(MaxNamespaceLength))));
        }

        var scope = new SchemaScope(file.Path, CSharpName.Namespace(file.Options.Namespace), file.Text);
        ItemMetadata.Check(file.Options, scope);
        RequestModel? model = Root(file.Text, scope) is { } root && ModelSlug.Of(root, file, scope) is { } slug ? BindRequest(root, file, slug, scope) : null;
        return new BindingResult(file.Path, model, scope.Diagnostics);
    }

    /// <summary>
    /// Reports everything that any schema does not enforce, as JSON is checked by it: for tools that judge JSON by the schema itself.
    /// </summary>
    /// <param name="root">The schema.</param>
    /// <param name="text">The text that it was read from.</param>
    public static SchemaScope Review(JsonNode root, string text)
    {
        var scope = new SchemaScope(path: "", @namespace: "", text) { Root = root };
        SchemaReview.Check(root, scope);
        _ = scope.JsonChecks.Reference(root, "Root");
        _ = scope.JsonChecks.Build();
        return scope;
    }

    /// <summary>The slug of a file, if a model is generated from it.</summary>
    public static ModelSlug? Slug(SchemaFile file)
    {
        if (file.Text is null)
        {
            return null;
        }

        var scope = new SchemaScope(file.Path, "", file.Text);
        return Root(file.Text, scope) is { } root ? ModelSlug.Of(root, file, scope) : null;
    }

    /// <summary>The schema's root, if it is one that can be a request.</summary>
    private static JsonNode? Root(string text, SchemaScope scope)
    {
        JsonNode? root = JsonReader.Read(text, out JsonSyntaxException? error);
        if (root is null)
        {
            scope.Report(SchemaDiagnostics.FileIsNotJson, error!.Span, error.Message);
            return null;
        }

        if (!root.IsObject)
        {
            scope.Report(SchemaDiagnostics.RootIsNotAnObjectSchema, root.Span, "A schema file holds one JSON object");
            return null;
        }

        if (root["type"] is { } type && type is not { Kind: JsonKind.String, Text: "object" })
        {
            scope.Report(SchemaDiagnostics.RootIsNotAnObjectSchema, type.Span, "A request is a JSON object: the root's \"type\" must be \"object\"");
            return null;
        }

        scope.Root = root;
        if (scope.Shape(root).Schema["properties"] is not { IsObject: true } && root["type"] is null)
        {
            scope.Report(
                SchemaDiagnostics.RootIsNotAnObjectSchema,
                root.Member("properties")?.Value.Span ?? new TextSpan(root.Span.Start, 1),
                "The root needs \"type\": \"object\" or \"properties\", an object with one schema per parameter");
            return null;
        }

        return root;
    }

    private static RequestModel BindRequest(JsonNode root, SchemaFile file, ModelSlug slug, SchemaScope scope)
    {
        string typeName = TypeName(root, file.Options, slug, scope);
        string requestName = scope.TypeNames.Claim(typeName + "Request");
        _ = scope.TypeNames.Claim(typeName + "JsonChecks");
        string builderName = scope.TypeNames.Claim(typeName + "RequestBuilder");

        scope.ModelName = typeName;
        scope.Definitions.Announce(root, new ObjectValueModel(requestName));
        SchemaReview.Check(root, scope);
        Annotation.CheckRoot(root, scope);
        ObjectModel request = ObjectBinder.Bind(root, scope.Shape(root), requestName, typeName, ReservedNames.RequestMembers, scope);
        return new RequestModel
        {
            Namespace = scope.Namespace,
            IsPublic = file.Options.IsPublic,
            Slug = slug.Text,
            Title = Annotation.Text(root, "title", scope) ?? slug.Text,
            IsDeprecated = Annotation.Flag(root, "deprecated", scope),
            IsRetired = Annotation.Flag(root, "x-retired", scope),
            Request = request,
            BuilderTypeName = builderName,
            Objects = scope.Objects.ToEquatableArray(),
            Enums = scope.Enums.ToEquatableArray(),
            Unions = scope.Unions.ToEquatableArray(),
            JsonChecks = scope.JsonChecks.Build(),
            SchemaJson = JsonPrinter.Print(root),
        };
    }

    /// <summary>What the names of the model's types begin with.</summary>
    private static string TypeName(JsonNode root, SchemaFileOptions options, ModelSlug slug, SchemaScope scope)
    {
        string? item = ItemMetadata.TypeName(options);
        string? own = Annotation.Identifier(root, scope);
        string wanted = item ?? own ?? CSharpName.Identifier(slug.Text, "Model");
        string name = CSharpName.Fitting(wanted, CSharpName.MaxModelLength);
        if (name != wanted)
        {
            bool isOwn = item is null && own is not null;
            scope.Report(
                SchemaDiagnostics.NameIsShortened,
                item is not null ? default : isOwn ? root["x-csharp-name"]!.Span : slug.Span,
                JsonPrinter.Excerpt(item ?? own ?? slug.Text),
                name,
                Literal(CSharpName.MaxModelLength),
                item is not null ? "shorten KlingTypeName of its item" : isOwn ? "shorten it" : "\"x-csharp-name\" gives it another name");
        }

        return name;
    }

    private static string Literal(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static EquatableArray<DiagnosticModel> Only(DiagnosticModel diagnostic) => new(ImmutableArray.Create(diagnostic));
}
