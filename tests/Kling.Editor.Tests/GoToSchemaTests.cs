using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Kling.Editor.Tests;

/// <summary>The way from a use in C# to the line of the schema file, by the refactoring that the package brings.</summary>
public sealed class GoToSchemaTests(OpenedProject project)
{
    [Theory]
    [InlineData("new StorefrontSceneRequest { ^Prompt = name }", "Go to \"prompt\" in storefront-scene.json(5,5)")]
    [InlineData("request.^Elements", "Go to \"elements\" in storefront-scene.json(6,5)")]
    [InlineData("StorefrontSceneRequest.CreateBuilder(name).^WithPrompt(name)", "Go to \"prompt\" in storefront-scene.json(5,5)")]
    [InlineData("StorefrontSceneRequest.CreateBuilder(name).^AddVoice(name)", "Go to \"voices\" in storefront-scene.json(7,5)")]
    [InlineData("new ^StorefrontSceneRequest { Prompt = name }", "Go to \"storefront-scene\" in storefront-scene.json(1,1)")]
    [InlineData("^StorefrontSceneRequest.CreateBuilder(name)", "Go to \"storefront-scene\" in storefront-scene.json(1,1)")]
    [InlineData("StorefrontClipMood.^Wild", "Go to \"mood\" in storefront-clip.json(7,88)")]
    [InlineData("^StorefrontClipMood.Wild", "Go to \"mood\" in storefront-clip.json(7,5)")]
    [InlineData("new StorefrontScenePlace { ^City = name }", "Go to \"city\" in storefront-scene.json(14,9)")]
    [InlineData("new ^StorefrontScenePlace()", "Go to \"places\" in storefront-scene.json(9,34)")]
    public async Task Every_generated_name_leads_to_its_place_in_the_schema(string code, string title)
    {
        CodeAction action = Assert.Single(await ActionsAsync(code));
        Assert.Equal(title, action.Title);
    }

    [Theory]
    [InlineData("name.^Length")]
    [InlineData("new Kling.Models.KlingO3Text2VideoRequest { ^Prompt = name }")]
    [InlineData("client.^SubmitAsync(request)")]
    [InlineData("^name")]
    public async Task Names_that_are_not_generated_offer_no_way_to_the_schema(string code) => Assert.Empty(await ActionsAsync(code));

    [Fact]
    public async Task The_action_that_opens_the_schema_changes_no_code()
    {
        CodeAction action = Assert.Single(await ActionsAsync("request.^Prompt"));
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        Assert.IsNotType<ApplyChangesOperation>(Assert.Single(operations));
    }

    private async Task<IReadOnlyList<CodeAction>> ActionsAsync(string code)
    {
        (Document document, int position) = project.Edited(code);
        List<CodeAction> actions = [];
        var context = new CodeRefactoringContext(document, new TextSpan(position, 0), actions.Add, TestContext.Current.CancellationToken);
        await Provider(document.Project).ComputeRefactoringsAsync(context);
        return actions;
    }

    /// <summary>As an editor finds it: among the types of the analyzers that the project refers to.</summary>
    private static CodeRefactoringProvider Provider(Project project) => project.AnalyzerReferences
        .OfType<AnalyzerFileReference>()
        .Where(static reference => Path.GetFileName(reference.FullPath) == "Kling.CodeFixes.dll")
        .SelectMany(static reference => reference.GetAssembly().GetTypes())
        .Where(static type => type.IsSubclassOf(typeof(CodeRefactoringProvider)) && type.GetCustomAttributesData().Any(static attribute => attribute.AttributeType.Name == "ExportCodeRefactoringProviderAttribute"))
        .Select(static type => (CodeRefactoringProvider)Activator.CreateInstance(type)!)
        .Single();
}
