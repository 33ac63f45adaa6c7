using System.Collections.Immutable;
using System.Globalization;
using Kling.SourceGenerator.Binding.Review;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>The second stage: a schema file becomes a model, or diagnostics at the places that stand in the way.</summary>
internal static class SchemaBinder
{
    /// <summary>The schema is a text in the compiled code, and all texts of an assembly share 8 million characters (CS8103).</summary>
    private const int MaxLength = 1_000_000;

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

        var scope = new SchemaScope(file.Path, CSharpName.Namespace(file.Options.Namespace), file.Text);
        RequestModel? model = Root(file.Text, scope) is { } root ? BindRequest(root, file, scope) : null;
        return new BindingResult(file.Path, model, scope.Diagnostics);
    }

    /// <summary>The slug of a file that a model is generated from, and the place that decides it: the start of the file where its name does.</summary>
    public static (string Text, TextSpan Span)? Slug(SchemaFile file)
    {
        if (file.Text is null)
        {
            return null;
        }

        var scope = new SchemaScope(file.Path, "", file.Text);
        return Root(file.Text, scope) is { } root ? (Slug(root, file, scope), root["x-slug"]?.Span ?? default) : null;
    }

    private static string Slug(JsonNode root, SchemaFile file, SchemaScope scope) =>
        file.Options.Slug ?? Annotation.Slug(root, scope) ?? FileSlug(file.Path);

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

    private static RequestModel BindRequest(JsonNode root, SchemaFile file, SchemaScope scope)
    {
        string slug = Slug(root, file, scope);
        string typeName = TypeName(file.Options) ?? Annotation.Identifier(root, scope) ?? CSharpName.Identifier(slug, "Model");
        string requestName = scope.TypeNames.Claim(typeName + "Request");
        _ = scope.TypeNames.Claim(typeName + "JsonChecks");
        string builderName = scope.TypeNames.Claim(typeName + "RequestBuilder");

        scope.ModelName = typeName;
        scope.Definitions.Announce(root, new ObjectValueModel(scope.Reference(requestName)));
        SchemaReview.Check(root, scope);
        Annotation.CheckRoot(root, scope);
        ObjectModel request = ObjectBinder.Bind(root, scope.Shape(root), requestName, typeName, ReservedNames.RequestMembers, scope);
        return new RequestModel
        {
            Namespace = scope.Namespace,
            IsPublic = file.Options.IsPublic,
            Slug = slug,
            Title = Annotation.Text(root, "title", scope) ?? slug,
            IsDeprecated = Annotation.Flag(root, "deprecated", scope),
            Request = request,
            BuilderTypeName = builderName,
            Objects = scope.Objects.ToEquatableArray(),
            Enums = scope.Enums.ToEquatableArray(),
            Unions = scope.Unions.ToEquatableArray(),
            JsonChecks = scope.JsonChecks.Build(),
            SchemaJson = JsonPrinter.Print(root),
        };
    }

    /// <summary>The C# name from the item's metadata. It has no place in the schema file to be reported at, so it is mended.</summary>
    private static string? TypeName(SchemaFileOptions options) =>
        options.TypeName is not { } name || CSharpName.IsMemberName(name) ? options.TypeName : CSharpName.Identifier(name, "Model");

    /// <summary>The file's name without <c>.json</c>, and without the <c>.kling</c> that marks schemas in a user's project.</summary>
    private static string FileSlug(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
        return name.EndsWith(".kling", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - ".kling".Length) : name;
    }

    private static string Literal(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static EquatableArray<DiagnosticModel> Only(DiagnosticModel diagnostic) => new(ImmutableArray.Create(diagnostic));
}
