using System.Globalization;

namespace Kling.Tests;

/// <summary>
/// Where a test's random values come from, and how many: another seed in every run, and the one of the environment variable
/// <c>KLING_TEST_SEED</c> to run a failure again; few values, and many with <c>KLING_TEST_LONG=1</c>.
/// </summary>
internal static class Seed
{
    private const string Variable = "KLING_TEST_SEED";
    private const string LongVariable = "KLING_TEST_LONG";

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

    /// <summary>How many random cases a test tries.</summary>
    /// <param name="few">In every run: all tests together have a time limit.</param>
    /// <param name="many">In a long run.</param>
    public static int Cases(int few, int many) => Environment.GetEnvironmentVariable(LongVariable) == "1" ? many : few;
}
