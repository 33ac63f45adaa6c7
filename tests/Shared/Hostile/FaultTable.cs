namespace Kling.Tests.Hostile;

/// <summary>All faults, by place.</summary>
internal static class FaultTable
{
    private static readonly Dictionary<Place, IReadOnlyList<Fault>[]> Groups = new()
    {
        [Place.Submit] = [WireFaults.All, StatusFaults.All, StatusFaults.Redirects, [.. JsonFaults.All, .. StatusFaults.Good], MeaningFaults.OfSubmit],
        [Place.Status] = [WireFaults.All, StatusFaults.All, StatusFaults.Redirects, [.. JsonFaults.All, .. StatusFaults.Good], MeaningFaults.OfStatus],
        [Place.Result] = [WireFaults.All, StatusFaults.All, StatusFaults.Redirects, [.. JsonFaults.All, .. StatusFaults.Good], MeaningFaults.OfResult],

        // Where a file has been moved to is followed, and what is there is held against the job's record.
        [Place.File] = [WireFaults.All, StatusFaults.All, [.. StatusFaults.Redirects.Select(static fault => fault with { Effect = Effect.Any })], FileFaults.All],
    };

    private static readonly Fault[] TooMany = [.. StatusFaults.All.Where(static fault => fault.OnSubmit is Effect.Later)];

    /// <summary>How many faults there are at a place.</summary>
    public static int Count(Place place) => Groups[place].Sum(static group => group.Count);

    public static IEnumerable<string> Names(Place place) => Groups[place].SelectMany(static group => group).Select(static fault => fault.Name);

    /// <summary>One of them: first the group, then the fault, so that small groups are drawn as often as large ones.</summary>
    public static Fault Draw(Place place, Random random) => Pick(Pick(Groups[place], random), random);

    /// <summary>A 429 that lets a submit be made again.</summary>
    public static Fault DrawLater(Random random) => Pick(TooMany, random);

    public static T Pick<T>(IReadOnlyList<T> list, Random random) => list[random.Next(list.Count)];
}
