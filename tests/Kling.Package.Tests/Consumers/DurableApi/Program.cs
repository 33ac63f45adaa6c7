using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Mvc;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddKling(builder.Configuration.GetSection("Kling")).AddKlingJobs(jobs =>
{
    jobs.UseSqlite("kling.db");                              // or UsePostgreSql(connectionString), for several servers
    jobs.SaveTo = "videos";
    jobs.Polling = PollingStrategy.Fixed(TimeSpan.FromMilliseconds(100)); // only in the test
});
WebApplication app = builder.Build();

app.MapPost("/videos", async ([FromBody] KlingO3Text2VideoRequest request, [FromHeader(Name = "Idempotency-Key")] string? key, KlingJobs jobs) =>
{
    KlingTicket ticket = await jobs.EnqueueAsync(request, new KlingEnqueueOptions { Key = key });
    return Results.Accepted($"/videos/{ticket.Id}", new { ticket.Id });
});
app.MapGet("/videos/{id:guid}", async (Guid id, KlingJobs jobs) =>
    await jobs.GetAsync(id) is { } ticket
        ? Results.Ok(new { ticket.Id, State = $"{ticket.State}", ticket.Files, ticket.Cost, ticket.Error })
        : Results.NotFound());
app.Run();
