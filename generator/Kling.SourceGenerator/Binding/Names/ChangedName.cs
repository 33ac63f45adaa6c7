using System.Globalization;
using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.CSharp;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Names;

/// <summary>Reports a C# name that is not the wanted one.</summary>
internal static class ChangedName
{
    /// <param name="span">What is named.</param>
    /// <param name="text">The same as the schema calls it.</param>
    /// <param name="wanted">The name that it would have got.</param>
    /// <param name="name">The name that it got.</param>
    /// <param name="advice">How to choose another.</param>
    /// <param name="findings">The file's diagnostics.</param>
    public static void Report(TextSpan span, string text, string wanted, string name, string advice, SchemaFindings findings)
    {
        if (wanted.Length > CSharpName.MaxLength)
        {
            string most = CSharpName.MaxLength.ToString(CultureInfo.InvariantCulture);
            findings.Report(SchemaDiagnostics.NameIsShortened, span, JsonPrinter.Excerpt(text), name, most, advice);
        }
        else if (name != wanted)
        {
            findings.Report(SchemaDiagnostics.NameIsChanged, span, text, name, wanted, advice);
        }
    }
}
