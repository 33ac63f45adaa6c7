using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
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

    /// <summary>How many random cases one model gets, so that all models together get about so many: another model costs no time.</summary>
    public static int Share(int ofAll) => Math.Max(20, ofAll / KlingModels.All.Count);

    public static KlingModel Model(string slug) => KlingModels.All.Single(model => model.Slug == slug);

    /// <summary>The schema of a model, with definitions in the place of the references to them.</summary>
    public static JsonElement Schema(string slug)
    {
        JsonNode schema = JsonNode.Parse(Model(slug).Schema)!;
        return Json(Resolved(schema, schema)!.ToJsonString());
    }

    public static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    /// <summary>The record that a valid body makes.</summary>
    public static JsonRecord Read(string slug, string body)
    {
        bool isValid = Model(slug).TryParse(Json(body), out IKlingRequest? request, out IReadOnlyList<KlingViolation> violations);
        Assert.True(isValid, $"{slug} refuses {body}: {string.Join("; ", violations)}");
        return new JsonRecord(request!);
    }

    /// <summary>Whether a type is a generated record.</summary>
    public static bool IsRecord(Type? type) =>
        type is { BaseType: { IsGenericType: true } parent } && parent.GetGenericTypeDefinition() == typeof(KlingRecord<>) && Types.Contains(type);

    /// <summary>The records of a model: its request, and those nested in it, each with its schema.</summary>
    public static IEnumerable<(Type Type, JsonElement Schema)> Records(string slug) => Records(Model(slug).RequestType!, Schema(slug));

    private static JsonNode? Resolved(JsonNode? node, JsonNode root) => node switch
    {
        JsonObject { Count: 1 } reference when reference["$ref"] is { } pointer =>
            Resolved(pointer.ToString().Split('/').Skip(1).Aggregate(root, static (place, step) => place[step]!), root),
        JsonObject members => new JsonObject([.. members.Select(member => KeyValuePair.Create(member.Key, Resolved(member.Value, root)))]),
        JsonArray items => new JsonArray([.. items.Select(item => Resolved(item, root))]),
        _ => node?.DeepClone(),
    };

    private static IEnumerable<(Type Type, JsonElement Schema)> Records(Type type, JsonElement schema) =>
        JsonRecord.PropertiesOf(type)
            .SelectMany(property => Nested(property.PropertyType, schema.GetProperty("properties").GetProperty(JsonRecord.WireName(property))))
            .Prepend((type, schema));

    private static IEnumerable<(Type Type, JsonElement Schema)> Nested(Type type, JsonElement schema) =>
        IsList(type) ? Nested(type.GetGenericArguments()[0], schema.GetProperty("items"))
        : IsRecord(type) ? Records(type, schema)
        : Cases(type).Where(IsList).SelectMany(list => Nested(list, SchemaNode.Alternatives(schema).Single(static one => one.TryGetProperty("items", out _))));

    /// <summary>The types of the values that a union holds.</summary>
    private static IEnumerable<Type> Cases(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => Types.Contains(type) && method.Name == "op_Implicit")
        .Select(static method => method.GetParameters()[0].ParameterType);

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KlingList<>);
}
