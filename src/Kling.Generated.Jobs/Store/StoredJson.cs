using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kling;

/// <summary>Lists and tags as they are stored.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    public static string? Write(IReadOnlyDictionary<string, string> tags) =>
        tags.Count == 0 ? null : JsonSerializer.Serialize(new Dictionary<string, string>(tags), Default.DictionaryStringString);

    public static string? Write(IReadOnlyCollection<string> texts) =>
        texts.Count == 0 ? null : JsonSerializer.Serialize([.. texts], Default.StringArray);

    public static Dictionary<string, string> ReadTags(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, Default.DictionaryStringString)!;

    public static string[] ReadList(string? json) => json is null ? [] : JsonSerializer.Deserialize(json, Default.StringArray)!;
}
