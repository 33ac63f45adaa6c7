using System.Globalization;
using System.Security.Cryptography;

namespace Kling.Package.Tests;

/// <summary>
/// The build processes of this run: its builds share them, no other build does, and they end with it. Starting them for each build
/// would take longer than the builds. If the environment names a compiler server (<c>SharedCompilationId</c>), it is
/// used and not ended.
/// </summary>
internal static class BuildServers
{
    /// <summary>The run's number: no two runs have the same.</summary>
    public static string Run { get; } = RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture);

    // The compiler server that the environment names, if it names one.
    private static readonly string? Compiler = System.Environment.GetEnvironmentVariable("SharedCompilationId");

    /// <summary>What tells MSBuild and the compiler to keep to the processes of this run.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["MSBUILDNODEHANDSHAKESALT"] = "kling-" + Run,
        ["UseSharedCompilation"] = "true",
        ["SharedCompilationId"] = Compiler ?? "kling-" + Run,
    };

    /// <summary>Ends the processes.</summary>
    public static async Task StopAsync()
    {
        if (Compiler is null)
        {
            string stop = Path.Combine(Checkout.Tests, "Packing", "stop.proj");
            _ = await DotnetRun.OfAsync(Checkout.Tests, ["msbuild", stop, "-v:q", "-nologo", "-nodeReuse:false"], CancellationToken.None);
        }

        _ = await DotnetRun.OfAsync(Checkout.Tests, ["build-server", "shutdown", "--msbuild"], CancellationToken.None);
    }
}
