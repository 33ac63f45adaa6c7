using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kling;

/// <summary>
/// Gives System.Text.Json the metadata of generated request types. Put it into a <c>TypeInfoResolverChain</c>: no source
/// generator can see the types that another one writes.
/// </summary>
public sealed class KlingJsonTypeInfoResolver : IJsonTypeInfoResolver
{
    private readonly Dictionary<Type, KlingModel> _models;

    /// <summary>Serves <see cref="IKlingRequest"/> and the request types of the given models.</summary>
    /// <param name="models">The models; those without a request type are passed over.</param>
    public KlingJsonTypeInfoResolver(IEnumerable<KlingModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        _models = models.Where(static model => model.RequestType is not null).ToDictionary(static model => model.RequestType!);
    }

    /// <inheritdoc/>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type == typeof(IKlingRequest)
            ? JsonMetadataServices.CreateValueInfo<IKlingRequest>(options, new KlingRequestJsonConverter())
            : _models.TryGetValue(type, out KlingModel? model) ? model.CreateTypeInfo(options) : null;
    }
}
