using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kling;

/// <summary>
/// Provides System.Text.Json with the metadata of generated request types. Add it to a <c>TypeInfoResolverChain</c>, because one source
/// generator cannot see the types that another one generates.
/// </summary>
public sealed class KlingJsonTypeInfoResolver : IJsonTypeInfoResolver
{
    private readonly Dictionary<Type, KlingModel> _models;

    /// <summary>Creates a resolver for <see cref="IKlingRequest"/> and the request types of the given models.</summary>
    /// <param name="models">The models; models without a request type are ignored.</param>
    public KlingJsonTypeInfoResolver(IEnumerable<KlingModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        _models = models.Where(static model => model.RequestType is not null).ToDictionary(static model => model.RequestType!);
    }

    /// <inheritdoc/>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type == typeof(IKlingRequest) ? JsonMetadataServices.CreateValueInfo<IKlingRequest>(options, new KlingRequestJsonConverter())
            : _models.TryGetValue(type, out KlingModel? model) ? model.CreateTypeInfo(options)
            : null;
    }
}
