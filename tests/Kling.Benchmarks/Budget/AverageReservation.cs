namespace Kling.Benchmarks.Budget;

/// <summary>
/// For comparison: a client that reserves the mean cost of its completed jobs, or the typical cost before the first of them.
/// </summary>
internal static class AverageReservation
{
    public static BudgetOutcome Run(decimal limit, decimal typical, IEnumerable<PricedRequest> requests, int mostInFlight, Random random)
    {
        var open = new List<decimal>();
        decimal spent = 0;
        int done = 0;
        int jobs = 0;
        foreach (PricedRequest request in requests)
        {
            while (open.Count == mostInFlight || spent + ((open.Count + 1) * Expected()) > limit)
            {
                if (open.Count == 0)
                {
                    return new BudgetOutcome(jobs, spent);
                }

                int index = random.Next(open.Count);
                (spent, done) = (spent + open[index], done + 1);
                open.RemoveAt(index);
            }

            open.Add(request.Price);
            jobs++;
        }

        return new BudgetOutcome(jobs, spent + open.Sum());

        decimal Expected() => done > 0 ? spent / done : typical;
    }
}
