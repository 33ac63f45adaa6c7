using Acme.Studio.Models;

Console.WriteLine(new PreviewRequest { Prompt = "A trailer." });
Console.WriteLine(new PosterRequest { Prompt = "A poster." });
Console.WriteLine(new AgainRequest { Prompt = "Twice." });
Console.WriteLine(new Acme.Reels.ReelRequest { Prompt = "A reel." });
Console.WriteLine(string.Join(' ', KlingModels.All));
Console.WriteLine(string.Join(' ', typeof(Program).Assembly.GetExportedTypes().Select(type => type.Name).Where(name => name.EndsWith("Request", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
