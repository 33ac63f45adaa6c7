namespace Kling.Cli;

// A class of its own: for top-level statements the web framework would make a public one.
internal static class Program
{
    private static Task<int> Main(string[] args) => KlingCommandLine.RunAsync(args, CliHost.OfProcess());
}
