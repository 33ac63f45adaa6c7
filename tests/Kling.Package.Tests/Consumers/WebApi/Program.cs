using Kling;
using Kling.Models;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddValidation();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, KlingModels.JsonTypeInfoResolver));
builder.Services.AddKlingOpenApi();

WebApplication app = builder.Build();
app.MapOpenApi();
app.MapPost("/videos", (KlingBody<KlingO3Text2VideoRequest> body) => body.Request);
app.MapPost("/drafts", (WebApi.Draft draft) => draft.Request);
app.Run();
