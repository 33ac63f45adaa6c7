using Kling;
using Kling.Emulator;
using Kling.Models;

// Jobs at Segmind are billed. Without --live, the emulator runs them: that costs nothing, and each video is the same test clip.
bool isLive = args.Contains("--live");
string csv = args.FirstOrDefault(static argument => argument != "--live") ?? "prompts.csv";

if (isLive && string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("SEGMIND_API_KEY")))
{
    Console.Error.WriteLine("There is no API key. Create one in your account at https://www.segmind.com and set the environment variable SEGMIND_API_KEY, or run without --live.");
    Environment.ExitCode = 1;
    return;
}

if (!File.Exists(csv))
{
    Console.Error.WriteLine($"There is no file '{Path.GetFullPath(csv)}'. Run the program in its folder, or name a CSV file.");
    Environment.ExitCode = 1;
    return;
}

using SegmindEmulator? emulator = isLive ? null : new SegmindEmulator(KlingModels.All, new SegmindEmulatorOptions { TimeScale = 50 });
using KlingClient client = emulator?.CreateClient() ?? new KlingClient();   // the API key is in SEGMIND_API_KEY

// The emulator forgets its jobs at the end of the process, so they have a database of their own.
string database = isLive ? "batch.db" : "emulator.db";
if (!isLive)
{
    File.Delete(database);
}

await using var jobs = new KlingJobs(client, options =>
{
    options.UseSqlite(database);
    options.SaveTo = "videos";
    options.MaxInFlight = 4;
    options.Budgets.Add(new KlingBudget(Limit: 50));         // US dollars, in total
});

// Each id is enqueued once. With --live, start the program again after a crash or Ctrl+C: it goes on where it was.
foreach (string line in File.ReadLines(csv).Skip(1).Where(static line => line.Length > 0))
{
    string[] cells = line.Split(',', 2);                     // id,prompt: no quotes, they would be sent
    await jobs.EnqueueAsync(new KlingO3Text2VideoRequest { Prompt = cells[1] }, new KlingEnqueueOptions { Key = cells[0] });
}

KlingQueueStatus status = await jobs.DrainAsync();
await foreach (KlingTicket ticket in jobs.ListAsync())
{
    Console.WriteLine($"{ticket.Key}: {ticket.State} {ticket.Files.FirstOrDefault()}{ticket.Error}");
}

if (status.Tickets.TryGetValue(KlingTicketState.Enqueued, out long waiting))
{
    Console.WriteLine($"{waiting} are not submitted: they do not fit into the budget{(status.HeldBecause is { } reason ? $", or {reason}" : "")}");
}
