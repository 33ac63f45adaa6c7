using System.Reflection;
using System.Text.Json;
using Kling.Models;

namespace Kling.Tests.Models;

/// <summary>The shipped models and their types. Nothing here names one: what holds for them holds for the next.</summary>
internal static class Shipped
{
    /// <summary>The slug of every shipped model, as data of a theory.</summary>
    public static TheoryData<string> Slugs => [.. KlingModels.All.Select(static model => model.Slug)];

    /// <summary>Every type that was generated from a schema file.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [
        .. typeof(KlingModels).Assembly.GetExportedTypes().Where(static type =>
            (type.DeclaringType ?? type).GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is { Tool: "Kling.SourceGenerator" }),
    ];

    public static string RepositoryRoot { get; } =
        typeof(Shipped).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!;

    public static KlingModel Model(string slug) => KlingModels.All.Single(model => model.Slug == slug);

    public static JsonElement Schema(string slug) => Json(Model(slug).Schema);

    public static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    /// <summary>The record that a valid body makes.</summary>
    public static JsonRecord Read(string slug, string body)
    {
        bool isValid = Model(slug).TryParse(Json(body), out IKlingRequest? request, out IReadOnlyList<KlingViolation> violations);
        Assert.True(isValid, $"{slug} refuses {body}: {string.Join("; ", violations)}");
        return new JsonRecord(request!);
    }

    /// <summary>Whether a type is a generated record.</summary>
    public static bool IsRecord(Type? type) => type is { IsEnum: false } && Types.Contains(type);

    /// <summary>The records of a model: its request, and those nested in it, each with its schema.</summary>
    public static IEnumerable<(Type Type, JsonElement Schema)> Records(string slug) => Records(Model(slug).RequestType!, Schema(slug));

    private static IEnumerable<(Type Type, JsonElement Schema)> Records(Type type, JsonElement schema) =>
        JsonRecord.PropertiesOf(type)
            .SelectMany(property => Nested(property.PropertyType, schema.GetProperty("properties").GetProperty(JsonRecord.WireName(property))))
            .Prepend((type, schema));

    private static IEnumerable<(Type Type, JsonElement Schema)> Nested(Type type, JsonElement schema) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KlingList<>) ? Nested(type.GetGenericArguments()[0], schema.GetProperty("items"))
        : IsRecord(type) ? Records(type, schema)
        : [];
}
