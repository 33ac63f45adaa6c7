using Kling;
using Kling.Models;

string address = args.FirstOrDefault() ?? "https://api.segmind.com";   // or the URL of an emulator
using var client = new KlingClient(new KlingClientOptions { BaseAddress = new Uri(address) });
await using var jobs = new KlingJobs(client, options =>
{
    options.UseSqlite("batch.db");
    options.SaveTo = "videos";
    options.Budgets.Add(new KlingBudget(Limit: 50));
    options.Polling = PollingStrategy.Fixed(TimeSpan.FromMilliseconds(100)); // only in the test
});

foreach (string line in File.ReadLines("prompts.csv").Skip(1))         // id,prompt: quotes would be sent, too
{
    string[] cells = line.Split(',', 2);
    await jobs.EnqueueAsync(new KlingO3Text2VideoRequest { Prompt = cells[1] }, new KlingEnqueueOptions { Key = cells[0] });
}

await jobs.DrainAsync();
await foreach (KlingTicket ticket in jobs.ListAsync())
{
    Console.WriteLine($"{ticket.Key},{ticket.State},{ticket.Files.FirstOrDefault()},{ticket.Error}");
}
