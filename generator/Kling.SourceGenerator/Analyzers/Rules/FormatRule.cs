using Kling.Formats;
using Kling.SourceGenerator.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING107: <c>format</c>, of a text or of the URI that is made from it.</summary>
internal static class FormatRule
{
    public static void Check(ConstraintCheck check, FormatConstraint constraint)
    {
        if (check.Known.Text is { } text && TextFormat.Fault(constraint.Format, text) is { } fault)
        {
            check.Fail(ConstraintDiagnostics.FormatIsViolated, text, fault);
        }
    }
}
