using System.Data.Common;

namespace Kling;

/// <summary>A database, and where its SQL differs from the other's.</summary>
internal abstract class JobsDatabase : IAsyncDisposable
{
    /// <summary>The statements of each version of the tables, from version 1 on.</summary>
    public abstract IReadOnlyList<string> Migrations { get; }

    /// <summary>After a SELECT of rows that are changed next: locks them, without waiting for rows that others have locked.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>After the name of the table: the index in the queue's order, or empty where the database finds it.</summary>
    public abstract string InQueueOrder { get; }

    /// <summary>A statement that makes this transaction wait for others that read and change the queue, or empty.</summary>
    public abstract string LockQueue { get; }

    /// <summary>A statement that makes this transaction wait for others that create tables, or empty.</summary>
    public abstract string LockMigration { get; }

    /// <summary>A condition for events behind which no earlier one can appear any more, or empty.</summary>
    public abstract string OnlySettledEvents { get; }

    /// <summary>The columns by which events are ordered.</summary>
    public abstract string EventOrder { get; }

    /// <summary>The same for the newest first.</summary>
    public abstract string NewestEventFirst { get; }

    /// <summary>The condition for the events after a position. It must be found by an index: every watcher looks twice a second.</summary>
    public abstract string IsEventAfter { get; }

    /// <summary>
    /// A statement, or empty: the server ends this transaction if its process sends nothing for so long. It comes before a lock that all
    /// workers need. A suspended process, or one without a network, would hold that lock until the system notices.
    /// </summary>
    public abstract string EndAfterStandstill(TimeSpan most);

    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Whether a statement may succeed if it is sent again: the database restarts, is busy, or its disk is full.</summary>
    public abstract bool IsTransient(Exception error);

    /// <summary>Whether a unique value exists already.</summary>
    public abstract bool IsDuplicate(DbException error);

    /// <summary>Makes sure that no other process works on a database that only one may work on.</summary>
    /// <exception cref="InvalidOperationException">Another process does.</exception>
    public abstract IDisposable? BecomeWorker();

    public abstract ValueTask DisposeAsync();
}
