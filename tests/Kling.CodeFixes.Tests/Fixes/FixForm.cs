namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>How the code with a mistake is written.</summary>
internal enum FixForm
{
    SingleLine,
    MultiLine,
    CommentBefore,
    CommentAfter,
    CommentInside,
    NamedArgument,
    ReorderedArguments,
    TrailingComma,

    /// <summary>Several mistakes in one file.</summary>
    Several,
}
