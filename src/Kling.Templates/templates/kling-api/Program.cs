using Kling;
using Kling.Emulator;
using Kling.Models;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

// Jobs at Segmind are billed. With "UseEmulator" (appsettings.Development.json), the emulator runs them: that costs nothing, and each
// video is the same test clip.
bool isEmulated = builder.Configuration.GetValue<bool>("UseEmulator");
if (!isEmulated && string.IsNullOrWhiteSpace(builder.Configuration["Kling:ApiKey"] ?? Environment.GetEnvironmentVariable("SEGMIND_API_KEY")))
{
    Console.Error.WriteLine("There is no API key. Create one in your account at https://www.segmind.com and set the environment variable SEGMIND_API_KEY, or run in the Development environment.");
    Environment.ExitCode = 1;
    return;
}

IHttpClientBuilder kling = isEmulated
    ? AddEmulator(builder.Services)
    : builder.Services.AddKling(builder.Configuration.GetSection("Kling"));      // the API key is in SEGMIND_API_KEY

kling.AddKlingJobs(jobs =>
{
    // The emulator forgets its jobs at the end of the process, so they have a database of their own.
    string file = isEmulated ? "emulator.db" : "kling.db";
    if (isEmulated)
    {
        File.Delete(file);
    }

    jobs.UseSqlite(file);                                    // or UsePostgreSql(connectionString), for several servers
    jobs.SaveTo = "videos";
    jobs.Budgets.Add(new KlingBudget(Limit: 50));            // US dollars, in total
});

WebApplication app = builder.Build();

// Anybody who reaches these endpoints spends your credits: add RequireAuthorization() before others can.
app.MapKlingJobs("/videos");
app.Run();

static IHttpClientBuilder AddEmulator(IServiceCollection services)
{
    const double Speed = 20;
    var emulator = new SegmindEmulator(KlingModels.All, new SegmindEmulatorOptions { TimeScale = Speed });
    return services
        .AddKling(options =>
        {
            options.ApiKey = "SG_0123456789abcdef";          // the emulator accepts any key of this form
            options.Polling = PollingStrategy.Fixed(TimeSpan.FromSeconds(1));
        })
        .ConfigurePrimaryHttpMessageHandler(() => emulator);
}
