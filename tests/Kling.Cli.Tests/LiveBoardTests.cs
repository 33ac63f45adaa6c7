using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace Kling.Cli.Tests;

public sealed class LiveBoardTests
{
    [Fact]
    public async Task The_last_frame_shows_every_job_with_its_status_its_time_and_a_full_bar()
    {
        StringWriter terminal = NewTerminal();
        var board = new LiveBoard(Console(terminal));
        var clock = new FakeTimeProvider();
        var first = new JobView("first-model", TimeSpan.FromSeconds(190), clock);
        var second = new JobView("[second]", expected: null, clock);
        clock.Advance(TimeSpan.FromSeconds(95));

        await board.ShowAsync([first, second], () =>
        {
            first.RequestId = "id-1";
            _ = first.Enter("processing");
            board.Changed(first);
            board.Changed(first);
            _ = second.Enter("completed", isOver: true);
            return Task.CompletedTask;
        });

        string screen = terminal.ToString();
        string last = screen[screen.LastIndexOf("first-model ", StringComparison.Ordinal)..];
        Assert.Contains("processing, 95.0 s (usually 190 s)", last, StringComparison.Ordinal);
        Assert.Contains("[second]", last, StringComparison.Ordinal);
        Assert.Contains("completed, 95.0 s", last, StringComparison.Ordinal);
        Assert.Contains(new string('━', 12) + new string('─', 12), last, StringComparison.Ordinal);
        Assert.Contains(new string('━', 24), last, StringComparison.Ordinal);
        Assert.Equal(2, screen.Split("first-model: job id-1").Length);
    }

    [Fact]
    public async Task A_job_of_a_queue_takes_the_line_of_one_that_is_over()
    {
        StringWriter terminal = NewTerminal();
        var board = new LiveBoard(Console(terminal));
        var clock = new FakeTimeProvider();
        JobView[] views = [.. new[] { "one", "two", "three" }.Select(name => new JobView("model", expected: null, clock) { Name = name, IsStored = true, Before = TimeSpan.FromSeconds(7) })];

        await board.ShowAsync([], () =>
        {
            board.Add(views[0]);
            board.Add(views[1]);
            views[0].RequestId = "id-1";
            _ = views[0].Enter("saved", isOver: true);
            board.Changed(views[0]);
            board.Add(views[2]);
            board.Note("a line");
            return Task.CompletedTask;
        });

        string last = terminal.ToString();
        Assert.Contains("a line", last, StringComparison.Ordinal);
        Assert.DoesNotContain("id-1", last, StringComparison.Ordinal);
        last = last[last.LastIndexOf("three", StringComparison.Ordinal)..];
        Assert.Contains("two", last, StringComparison.Ordinal);
        Assert.DoesNotContain("one", last, StringComparison.Ordinal);
        Assert.Contains("submitting, 7.0 s", last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 12)]
    [InlineData(1, 24)]
    [InlineData(7, 24)]
    [InlineData(-1, 0)]
    public void A_bar_is_filled_in_proportion_to_the_progress(double share, int filled)
    {
        StringWriter terminal = NewTerminal();

        Console(terminal).Write(new JobBar(share));

        Assert.Equal((filled, 24 - filled), (terminal.ToString().Count(static sign => sign == '━'), terminal.ToString().Count(static sign => sign == '─')));
    }

    // It is never closed: the thread that redraws can still write when the work is done.
    private static StringWriter NewTerminal() => new();

    private static IAnsiConsole Console(TextWriter terminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(terminal),
        });
        console.Profile.Width = 120;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
