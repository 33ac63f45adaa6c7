using System.Collections.Concurrent;

namespace Kling;

/// <summary>
/// The models of tickets, from the schemas that are stored with them: a worker knows the price and the duration of models that it was not
/// compiled with.
/// </summary>
internal sealed class TicketModels(TicketStore store)
{
    private readonly ConcurrentDictionary<string, KlingModel> _models = new(StringComparer.Ordinal);

    /// <summary>The model, or null if the request was enqueued by its slug alone.</summary>
    public async Task<KlingModel?> FindAsync(TicketRow row, CancellationToken cancellationToken)
    {
        if (row.Model is not { } digest)
        {
            return null;
        }

        if (_models.TryGetValue(digest, out KlingModel? known))
        {
            return known;
        }

        string? schema = await store.FindSchemaAsync(digest, cancellationToken).ConfigureAwait(false);
        return schema is null ? null : _models.GetOrAdd(digest, KlingModel.FromSchema(row.Slug, schema));
    }
}
