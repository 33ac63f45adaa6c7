using System.Diagnostics.CodeAnalysis;

namespace Kling;

/// <summary>
/// The client's own submits: the ids of those that were accepted, and those of which it is not known, in flight or unconfirmed. An unconfirmed
/// submit is looked up among requests that belong to neither. Safe to use from several threads.
/// </summary>
internal sealed class SubmitBook
{
    /// <summary>How many ids and unconfirmed submits are remembered; the oldest are forgotten first.</summary>
    private const int Remembered = 10_000;

    private const int MostUnconfirmed = 1_000;

    private readonly object _lock = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> _idBySubmit = [];
    private readonly Queue<(Guid Submit, string RequestId)> _order = new();
    private readonly Dictionary<Guid, KlingSubmitIntent> _open = [];
    private readonly Queue<Guid> _unconfirmed = new();

    /// <summary>Submits that are in flight or unconfirmed.</summary>
    public IReadOnlyList<KlingSubmitIntent> Open
    {
        get
        {
            lock (_lock)
            {
                return [.. _open.Values];
            }
        }
    }

    public void Begin(KlingSubmitIntent intent)
    {
        lock (_lock)
        {
            _open[intent.Id] = intent;
        }
    }

    /// <summary>It was accepted, or found.</summary>
    public void Accepted(KlingSubmitIntent intent, string requestId)
    {
        lock (_lock)
        {
            _ = _open.Remove(intent.Id);
            if (_ids.Add(requestId))
            {
                _idBySubmit[intent.Id] = requestId;
                _order.Enqueue((intent.Id, requestId));
                if (_order.Count > Remembered)
                {
                    (Guid submit, string id) = _order.Dequeue();
                    _ = _ids.Remove(id);
                    _ = _idBySubmit.Remove(submit);
                }
            }
        }
    }

    /// <summary>It was not accepted.</summary>
    public void Refused(KlingSubmitIntent intent)
    {
        lock (_lock)
        {
            _ = _open.Remove(intent.Id);
        }
    }

    /// <summary>It stays open until it is found.</summary>
    public void Unconfirmed(KlingSubmitIntent intent)
    {
        lock (_lock)
        {
            _unconfirmed.Enqueue(intent.Id);
            if (_unconfirmed.Count > MostUnconfirmed)
            {
                _ = _open.Remove(_unconfirmed.Dequeue());
            }
        }
    }

    /// <summary>The job of a submit that was accepted, or null.</summary>
    public string? JobOf(KlingSubmitIntent intent)
    {
        lock (_lock)
        {
            return _idBySubmit.GetValueOrDefault(intent.Id);
        }
    }

    /// <summary>Whether a job belongs to a submit that was accepted.</summary>
    public bool Knows([NotNullWhen(true)] string? requestId)
    {
        lock (_lock)
        {
            return requestId is not null && _ids.Contains(requestId);
        }
    }
}
