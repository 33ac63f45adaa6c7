using Kling.Models;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddValidation();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, KlingModels.JsonTypeInfoResolver));
builder.Services.AddOpenApi(options => options.AddSchemaTransformer((schema, context, cancellationToken) =>
{
    if (KlingModels.All.FirstOrDefault(model => model.RequestType == context.JsonTypeInfo.Type) is { } model
        && OpenApiModelFactory.Parse<OpenApiSchema>(model.Schema, OpenApiSpecVersion.OpenApi3_1, new OpenApiDocument(), out _) is { } read)
    {
        (schema.Type, schema.Title, schema.Description) = (read.Type, read.Title, read.Description);
        (schema.Properties, schema.Required) = (read.Properties, read.Required);
    }

    return Task.CompletedTask;
}));

WebApplication app = builder.Build();
app.MapOpenApi();
app.MapPost("/videos", ([FromBody] KlingO3Text2VideoRequest request) => request);
app.MapPost("/drafts", (WebApi.Draft draft) => draft.Request);
app.Run();
