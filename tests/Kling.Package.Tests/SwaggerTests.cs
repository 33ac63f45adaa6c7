using System.Text.Json;

namespace Kling.Package.Tests;

/// <summary>An application whose OpenAPI document Swashbuckle writes, with a library version of its own.</summary>
[Collection("Users' projects")]
public sealed class SwaggerTests(UserProjects projects)
{
    [Fact]
    public async Task The_document_has_the_schema_of_the_project_s_own_model_and_its_definitions_as_components()
    {
        Assert.Empty(projects.Build.ProblemsOf("Swagger"));

        using var document = JsonDocument.Parse((await projects.RunAsync("Swagger", "net10.0")).Succeeded().Output);
        JsonElement schemas = document.RootElement.GetProperty("components").GetProperty("schemas");

        JsonElement scene = schemas.GetProperty("SceneRequest");
        Assert.Equal(["first", "prompt", "rest"], scene.GetProperty("properties").EnumerateObject().Select(static parameter => parameter.Name).Order(StringComparer.Ordinal));
        Assert.Equal("#/components/schemas/SceneRequest_shot", scene.GetProperty("properties").GetProperty("rest").GetProperty("items").GetProperty("$ref").GetString());
        JsonElement shot = schemas.GetProperty("SceneRequest_shot").GetProperty("properties");
        Assert.Equal(9, shot.GetProperty("seconds").GetProperty("maximum").GetInt32());
        Assert.Equal("#/components/schemas/SceneRequest_shot", shot.GetProperty("next").GetProperty("$ref").GetString());
    }
}
