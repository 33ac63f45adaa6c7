namespace Kling;

/// <summary>The upper tail of the standard normal distribution.</summary>
internal static class NormalTail
{
    // From here on the tail is too small to be a difference from one half.
    private const double Far = 3;

    private const int Levels = 24;

    /// <summary>The density.</summary>
    public static double Density(double z) => Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);

    /// <summary>The density divided by the tail beyond <paramref name="z"/>; correct however little is left there.</summary>
    public static double Hazard(double z) =>
        z switch
        {
            > Far => ContinuedFraction(z),
            < -2 * Far => Density(z),
            _ => Density(z) / (0.5 - FromZero(z)),
        };

    /// <summary>The probability between 0 and <paramref name="z"/>, by the series z + z³/3 + z⁵/(3·5) + … times the density.</summary>
    private static double FromZero(double z)
    {
        (double sum, double term) = (0, z);
        for (int odd = 3; Math.Abs(term) > 1e-17; odd += 2)
        {
            sum += term;
            term *= z * z / odd;
        }

        return sum * Density(z);
    }

    /// <summary>Laplace's z + 1/(z + 2/(z + 3/(z + …))).</summary>
    private static double ContinuedFraction(double z)
    {
        double value = z;
        for (int level = Levels; level > 0; level--)
        {
            value = z + (level / value);
        }

        return value;
    }
}
