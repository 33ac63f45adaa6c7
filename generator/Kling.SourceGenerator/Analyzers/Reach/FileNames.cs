using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>What one file names and declares. All of it is read when it is first needed, and a search of the text comes first.</summary>
internal sealed class FileNames
{
    /// <summary>A tree is the same in each compilation until its file is edited, so each is read once.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, FileNames> Known = new();

    private int[]? _words;
    private Offer[]? _offers;

    // A text that is not at hand is not fetched for the answer.
    private FileNames(SyntaxTree tree)
    {
        string? text = tree.TryGetText(out SourceText? source) ? source.ToString() : null;
        Tree = tree;
        NamesRuntime = text is null || RuntimeMentions.In(text);
        MayHaveKey = text is null || text.IndexOf(KeyText.Prefix, StringComparison.Ordinal) >= 0;
    }

    public SyntaxTree Tree { get; }

    /// <summary>Whether the file may name the runtime.</summary>
    public bool NamesRuntime { get; }

    /// <summary>Whether the beginning of an API key may be in the file.</summary>
    public bool MayHaveKey { get; }

    /// <summary>Whether it may be in an attribute of the assembly.</summary>
    public bool MayHaveKeyInAttributes =>
        Tree.GetRoot() is CompilationUnitSyntax { AttributeLists: var lists }
        && lists.Any(static list => list.ToString().Contains(KeyText.Prefix));

    /// <summary>The codes of all words.</summary>
    public int[] Words => _words ??= Analyzers.Words.In(Tree.GetText().ToString());

    public Offer[] Offers => _offers ??= OfferReader.Read(Tree.GetRoot());

    /// <summary>Whether the file opens a namespace of the runtime for all others.</summary>
    public bool OpensRuntime =>
        Tree.GetRoot() is CompilationUnitSyntax { Usings: var usings }
        && usings.Any(static directive =>
            directive is { GlobalKeyword.RawKind: not 0, Alias: null, Name: { } name } && RuntimeMentions.In(name.ToString())
        );

    public static FileNames Of(SyntaxTree tree) => Known.GetValue(tree, static tree => new FileNames(tree));
}
