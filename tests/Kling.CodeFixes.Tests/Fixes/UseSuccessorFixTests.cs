namespace Kling.CodeFixes.Tests.Fixes;

public sealed class UseSuccessorFixTests
{
    [Theory]
    [InlineData(
        "Use 'acme-new'; then set Frames",
        "_ = new AcmeOldRequest { Prompt = \"A\", Image = folder };",
        "_ = new AcmeNewRequest { Text = \"A\", ImageUrl = new Uri(folder) };")]
    [InlineData(
        "Use 'acme-new'; then set frames",
        "_ = AcmeOldRequest.CreateBuilder(\"A\", folder).Build();",
        "_ = AcmeNewRequest.CreateBuilder(text: \"A\").WithImageUrl(new Uri(folder)).Build();")]
    public async Task A_parameter_that_only_the_successor_requires_is_in_the_title(string title, string before, string after)
    {
        using var project = UserProject.Of(FixRows.File(before), [.. new UseSuccessorRows().Schemas]);

        (_, string offered, string code) = Assert.Single(await Repair.FirstAsync(new UseSuccessorFix(), project)).Value;

        Assert.Equal((title, FixRows.File(after)), (offered, code));
    }

    [Fact]
    public async Task A_request_is_not_moved_to_a_model_that_is_not_in_the_project()
    {
        using var project = UserProject.Of(FixRows.File("_ = new AcmeOldRequest { Prompt = \"A\", Image = folder };"), new UseSuccessorRows().Schemas[0]);

        Assert.Contains(await project.DiagnosticsAsync(), static diagnostic => diagnostic.Id == "KLING120");
        Assert.Empty(await Repair.FirstAsync(new UseSuccessorFix(), project));
    }
}
