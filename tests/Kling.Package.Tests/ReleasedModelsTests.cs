namespace Kling.Package.Tests;

/// <summary>Which changes of a model break its users.</summary>
public sealed class ReleasedModelsTests
{
    private const string Released = "ClipMode\n  Standard = 1\n  Pro = 2\nClipRequest\n  required string Prompt\n  int Seconds\n";

    [Theory]
    [InlineData("nothing", "ClipMode\n  Standard = 1\n  Pro = 2\nClipRequest\n  required string Prompt\n  int Seconds\n")]
    [InlineData("a value at the end", "ClipMode\n  Standard = 1\n  Pro = 2\n  Max = 3\nClipRequest\n  required string Prompt\n  int Seconds\n")]
    [InlineData("a parameter at the end", "ClipMode\n  Standard = 1\n  Pro = 2\nClipRequest\n  required string Prompt\n  int Seconds\n  bool Sound\n")]
    [InlineData("another model", "ClipMode\n  Standard = 1\n  Pro = 2\nClipRequest\n  required string Prompt\n  int Seconds\nReelRequest\n  required string Prompt\n")]
    public void Additions_at_the_end_are_compatible(string change, string current) =>
        Assert.True(ReleasedModels.Breaks(Released, current) is [], change);

    [Theory]
    [InlineData("a value is gone", "ClipMode\n  Standard = 1\nClipRequest\n  required string Prompt\n  int Seconds\n")]
    [InlineData("values change places", "ClipMode\n  Pro = 1\n  Standard = 2\nClipRequest\n  required string Prompt\n  int Seconds\n")]
    [InlineData("a value in the middle", "ClipMode\n  Standard = 1\n  Max = 2\n  Pro = 3\nClipRequest\n  required string Prompt\n  int Seconds\n")]
    [InlineData("a parameter is gone", "ClipMode\n  Standard = 1\n  Pro = 2\nClipRequest\n  required string Prompt\n")]
    [InlineData("a parameter of another type", "ClipMode\n  Standard = 1\n  Pro = 2\nClipRequest\n  required string Prompt\n  double Seconds\n")]
    [InlineData("a parameter becomes required", "ClipMode\n  Standard = 1\n  Pro = 2\nClipRequest\n  required string Prompt\n  required int Seconds\n")]
    [InlineData("a new parameter is required", "ClipMode\n  Standard = 1\n  Pro = 2\nClipRequest\n  required string Prompt\n  int Seconds\n  required bool Sound\n")]
    [InlineData("a type is gone", "ClipRequest\n  required string Prompt\n  int Seconds\n")]
    public void Changes_that_break_users_are_detected(string change, string current) =>
        Assert.False(ReleasedModels.Breaks(Released, current) is [], change);
}
