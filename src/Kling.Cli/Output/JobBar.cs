using Spectre.Console;
using Spectre.Console.Rendering;

namespace Kling.Cli;

/// <summary>A bar of fixed width, filled by a share between 0 and 1.</summary>
internal sealed class JobBar(double share) : Renderable
{
    private const int Width = 24;

    private static readonly Style Done = new(foreground: Color.Green);
    private static readonly Style Rest = new(foreground: Color.Grey);

    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(Width, Width);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        int filled = (int)Math.Round(Math.Clamp(share, 0, 1) * Width);
        (char full, char empty) = options.Unicode ? ('━', '─') : ('#', '-');
        yield return new Segment(new string(full, filled), Done);
        yield return new Segment(new string(empty, Width - filled), Rest);
    }
}
