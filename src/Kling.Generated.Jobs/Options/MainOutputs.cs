namespace Kling;

/// <summary>The output files of a result that are saved.</summary>
internal static class MainOutputs
{
    /// <summary>The videos; if there are none the images; otherwise every file.</summary>
    public static KlingMedia[] Of(KlingResult result)
    {
        foreach (KlingOutputKind kind in (KlingOutputKind[])[KlingOutputKind.Video, KlingOutputKind.Image])
        {
            KlingMedia[] chosen = [.. result.Outputs.Where(file => file.Kind == kind)];
            if (chosen.Length > 0)
            {
                return chosen;
            }
        }

        return [.. result.Outputs];
    }
}
