namespace Kling.Benchmarks.Polling;

/// <summary>
/// The best schedule there can be for a known distribution, by dynamic programming over a grid of instants: the fewest polls for a mean delay. It
/// knows the truth, and no gap is forbidden to it.
/// </summary>
internal sealed class OptimalSchedule
{
    private const int Points = 1_600;
    private const double Horizon = 6;
    private const double Negligible = 1e-7;

    private readonly double _step;
    private readonly double[] _survival = new double[Points + 1];
    private readonly double[] _ended = new double[Points + 1];

    public OptimalSchedule(LogNormal truth)
    {
        _step = Horizon * truth.Median / Points;
        _survival[0] = 1;
        for (int i = 1; i <= Points; i++)
        {
            _survival[i] = _survival[i - 1] - (truth.Density((i - 0.5) * _step) * _step);
            _ended[i] = _ended[i - 1] + ((1 - ((_survival[i] + _survival[i - 1]) / 2)) * _step);
        }
    }

    /// <summary>The outcome whose mean delay is the given one: the price of a second of delay is searched for.</summary>
    public Outcome WithDelay(double delay)
    {
        (double cheap, double dear) = (1e-4, 1e4);
        while (dear / cheap > 1.0001)
        {
            double price = Math.Sqrt(cheap * dear);
            (cheap, dear) = At(price).Delay > delay ? (price, dear) : (cheap, price);
        }

        return At(dear);
    }

    private Outcome At(double price)
    {
        double[] polls = new double[Points + 1];
        double[] delays = new double[Points + 1];
        for (int from = Points - 1; from >= 0; from--)
        {
            if (_survival[from] < Negligible)
            {
                continue;
            }

            double best = double.PositiveInfinity;
            for (int to = from + 1; to <= Points && price * Delay(from, to) < best; to++)
            {
                double cost = _survival[from] + polls[to] + (price * (Delay(from, to) + delays[to]));
                if (cost < best)
                {
                    (best, polls[from], delays[from]) = (cost, _survival[from] + polls[to], Delay(from, to) + delays[to]);
                }
            }
        }

        return new Outcome(polls[0], delays[0]);
    }

    /// <summary>The expected time from an end between two polls to the later one.</summary>
    private double Delay(int from, int to) => _ended[to] - _ended[from] - ((1 - _survival[from]) * (to - from) * _step);
}
