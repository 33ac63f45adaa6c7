namespace Kling.SourceGenerator.Tests.Snapshots;

public sealed class SnapshotTests
{
    [Fact]
    public void A_difference_in_indentation_only_is_shown() =>
        Assert.Equal("  {\n- Body();\n+     Body();\n  }\n", Snapshot.Difference("{\nBody();\n}", "{\n    Body();\n}"));
}
