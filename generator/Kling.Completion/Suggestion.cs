namespace Kling.Completion;

/// <summary>One string to offer.</summary>
/// <param name="Text">What is inserted.</param>
/// <param name="Description">What it is.</param>
internal sealed record Suggestion(string Text, string Description);
