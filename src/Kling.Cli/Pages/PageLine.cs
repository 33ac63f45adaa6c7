namespace Kling.Cli;

/// <summary>A line of a page without the white space around it.</summary>
/// <param name="Number">Its number in the file, counted from 1.</param>
/// <param name="Text">What it says.</param>
internal readonly record struct PageLine(int Number, string Text);
