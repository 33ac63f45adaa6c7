using System.Globalization;
using System.Reflection;
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
app.MapPost("/drafts", (Draft draft) => draft.Request);
app.Run();

/// <summary>A request that is not read from JSON: nothing but its attributes can refuse it.</summary>
public sealed record Draft(KlingO3Text2VideoRequest Request)
{
    public static ValueTask<Draft> BindAsync(HttpContext context, ParameterInfo _) => ValueTask.FromResult(new Draft(new KlingO3Text2VideoRequest
    {
        Prompt = context.Request.Query["prompt"].ToString(),
        CfgScale = double.Parse(context.Request.Query["cfg_scale"].ToString(), CultureInfo.InvariantCulture),
    }));
}
