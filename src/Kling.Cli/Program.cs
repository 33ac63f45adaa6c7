using Kling.Cli;

return await KlingCommandLine.RunAsync(args, CliHost.OfProcess());
