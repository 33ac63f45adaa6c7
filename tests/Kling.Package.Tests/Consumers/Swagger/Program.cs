using Kling;
using Microsoft.OpenApi;
using Swagger.Models;
using Swashbuckle.AspNetCore.Swagger;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddEndpointsApiExplorer().AddSwaggerGen().AddKlingOpenApi([.. Kling.Models.KlingModels.All, .. KlingModels.All]);

WebApplication app = builder.Build();
app.MapPost("/scenes", (KlingBody<SceneRequest> body) => body.Request.ToJson());
_ = app.MapSwagger();

// Swashbuckle knows the endpoints of an application that has started.
await app.StartAsync();
OpenApiDocument document = app.Services.GetRequiredService<ISwaggerProvider>().GetSwagger("v1");
Console.WriteLine(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));
await app.StopAsync();
