namespace Kling.SourceGenerator.Schema;

/// <summary>A range of characters as lines and columns, both counted from 0; columns count UTF-16 units.</summary>
internal readonly record struct LineSpan(int StartLine, int StartColumn, int EndLine, int EndColumn);
