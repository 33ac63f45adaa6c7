namespace Kling.Tests.Hostile;

/// <summary>What happens to one job from its submit to its file, drawn before the job begins.</summary>
internal sealed record JobPlan
{
    private static readonly int[] FileSizes = [1_000, 65_536, 200_000];

    public required string Slug { get; init; }

    public required string Id { get; init; }

    public required JobEnd End { get; init; }

    public required OutputShape Shape { get; init; }

    public required byte[] File { get; init; }

    /// <summary>How many polls find the job unfinished.</summary>
    public required int Pending { get; init; }

    /// <summary>How long the text of the request is: a long one is still being sent when an early fault comes.</summary>
    public required int BodySize { get; init; }

    /// <summary>Whether the server takes a request whose answer is lost.</summary>
    public required bool TakesUnseen { get; init; }

    /// <summary>Whether another client waits, from the token.</summary>
    public required bool IsResumed { get; init; }

    /// <summary>Whether there is an older file at the place to save to.</summary>
    public required bool HasOldFile { get; init; }

    public required IReadOnlyDictionary<Place, Fault[]> Faults { get; init; }

    /// <summary>Whether the result says how large the file is.</summary>
    public bool HasSize => Shape is OutputShape.Media or OutputShape.MediaList or OutputShape.Nested;

    public static JobPlan Draw(Random random, int number, bool isLast)
    {
        var shape = (OutputShape)random.Next(7);
        byte[] file = new byte[FaultTable.Pick(FileSizes, random)];
        random.NextBytes(file);
        "\0\0\0\x18ftypmp42"u8.CopyTo(file);
        return new JobPlan
        {
            Slug = FormattableString.Invariant($"model-{number}"),
            Id = FormattableString.Invariant($"job-{number}-{random.Next():x8}"),
            End = DrawEnd(random, isLast),
            Shape = shape,
            File = file,
            Pending = random.Next(4),
            BodySize = random.Next(10) == 0 ? 1_500_000 : 20,
            TakesUnseen = random.Next(2) == 0,
            IsResumed = random.Next(5) == 0,
            HasOldFile = random.Next(2) == 0,
            Faults = DrawFaults(random, shape is OutputShape.Media or OutputShape.MediaList or OutputShape.Nested),
        };
    }

    private static JobEnd DrawEnd(Random random, bool isLast) => random.Next(100) switch
    {
        < 8 => JobEnd.Failed,
        < 12 => JobEnd.Cancelled,
        < 16 => JobEnd.Never,
        < 40 when isLast => JobEnd.Vanished,
        _ => JobEnd.Completed,
    };

    private static Dictionary<Place, Fault[]> DrawFaults(Random random, bool hasSize)
    {
        Fault[] statuses = Limit(Some(random, Place.Status, 7), refusals: random.Next(8) == 0 ? 9 : 2);
        int left = 2 - statuses.Count(IsRefusal);
        return new Dictionary<Place, Fault[]>
        {
            [Place.Submit] = DrawSubmits(random),
            [Place.Status] = statuses,
            [Place.Result] = Limit(Some(random, Place.Result, 4), refusals: random.Next(8) == 0 ? 9 : left),
            [Place.File] = DrawDownloads(random, hasSize),
        };
    }

    private static Fault[] DrawSubmits(Random random) => random.Next(100) switch
    {
        < 45 => [],
        < 60 => [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => FaultTable.DrawLater(random)), .. Some(random, Place.Submit, 2)],
        _ => [FaultTable.Draw(Place.Submit, random)],
    };

    private static Fault[] DrawDownloads(Random random, bool hasSize)
    {
        Fault[] faults = random.Next(4) == 0
            ? [Cut(random), FaultTable.Pick(FileFaults.Versions, random), .. Some(random, Place.File, 3)]
            : [.. Some(random, Place.File, 5)];
        return [.. faults.Where(fault => hasSize || !fault.NeedsSize)];
    }

    private static Fault Cut(Random random) =>
        FaultTable.Pick([.. WireFaults.All.Where(static fault => fault.Name.EndsWith(" in the body", StringComparison.Ordinal))], random);

    private static List<Fault> Some(Random random, Place place, int below) =>
        Enumerable.Range(0, random.Next(below)).Select(_ => FaultTable.Draw(place, random)).ToList();

    private static Fault[] Limit(IEnumerable<Fault> faults, int refusals) => [.. faults.Where(fault => !IsRefusal(fault) || refusals-- > 0)];

    private static bool IsRefusal(Fault fault) => fault.Effect is Effect.Refusal or Effect.Any;
}
