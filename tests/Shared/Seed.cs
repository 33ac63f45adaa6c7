using System.Globalization;

namespace Kling.Tests;

/// <summary>
/// Where a test's random values come from: another seed in every run, and the one of the environment variable
/// <c>KLING_TEST_SEED</c> to run a failure again.
/// </summary>
internal static class Seed
{
    private const string Variable = "KLING_TEST_SEED";

    /// <summary>A source of random values; its seed is printed with the test's output.</summary>
    public static Random Next(out string hint)
    {
        int seed = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        hint = FormattableString.Invariant($"Run it again with {Variable}={seed}.");
        TestContext.Current.TestOutputHelper?.WriteLine(hint);
        return new Random(seed);
    }
}
