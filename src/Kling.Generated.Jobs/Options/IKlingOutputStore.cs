namespace Kling;

/// <summary>Saves the outputs of completed jobs. The default, <see cref="KlingFolderOutputStore"/>, writes files.</summary>
public interface IKlingOutputStore
{
    /// <summary>Saves one output. It can be called again for the same output, after an error or a crash; the second call must replace what
    /// the first one wrote.</summary>
    /// <param name="output">The output.</param>
    /// <param name="cancellationToken">Cancelled when the worker stops.</param>
    /// <returns>Where it was saved: becomes one of <see cref="KlingTicket.Files"/>.</returns>
    /// <remarks>If it throws, the ticket keeps its state and is retried, at most until the server deletes the file after 7 days.</remarks>
    Task<string> SaveAsync(KlingOutput output, CancellationToken cancellationToken);
}
