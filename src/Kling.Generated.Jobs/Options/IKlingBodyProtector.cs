namespace Kling;

/// <summary>
/// Encrypts what <see cref="KlingJobs"/> stores of requests and results, for example with the data protection of ASP.NET Core. Model, key,
/// tags, ids, costs and errors are stored as they are, and a SHA-256 hash of the request.
/// </summary>
public interface IKlingBodyProtector
{
    /// <summary>Encrypts.</summary>
    /// <param name="plain">JSON in UTF-8.</param>
    /// <returns>What is stored.</returns>
    byte[] Protect(byte[] plain);

    /// <summary>Decrypts.</summary>
    /// <param name="stored">What <see cref="Protect"/> returned, perhaps in another process.</param>
    /// <returns>The JSON.</returns>
    byte[] Unprotect(byte[] stored);
}
