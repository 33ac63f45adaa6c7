using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// The files whose code can use the runtime: those that name it, and those that name what one of these, or another assembly, declares with
/// its types. The compiler does not bind the code of all others for the analyzers, which costs far more than the analyzers themselves.
/// </summary>
internal sealed class RuntimeReach
{
    private readonly HashSet<SyntaxTree> _files;

    private RuntimeReach(IEnumerable<FileNames> files) => _files = [.. files.Select(static file => file.Tree)];

    public int Count => _files.Count;

    public static RuntimeReach Of(KnownSymbols known)
    {
        ILookup<bool, FileNames> files = known.Compilation.SyntaxTrees.Select(FileNames.Of).ToLookup(static file => file.NamesRuntime);
        var reached = new List<FileNames>(files[true]);
        var others = new List<FileNames>(files[false]);
        IEnumerable<string> passedOn = PassedOn.Names(known, reached.Exists(static file => file.OpensRuntime));
        var names = new HashSet<int>(passedOn.Select(Words.Of));
        var fresh = new HashSet<int>(names);
        var offers = new List<Offer>(reached.SelectMany(static file => file.Offers));
        while (true)
        {
            // What is offered may itself be of a type that is offered.
            while (offers.RemoveAll(IsTaken) > 0) { }

            if (fresh.Contains(Offer.Everywhere))
            {
                return new RuntimeReach(reached.Concat(others));
            }

            // The words of a file are not read before there is a name to look for.
            List<FileNames> more = fresh.Count == 0 ? [] : others.FindAll(file => Array.Exists(file.Words, fresh.Contains));
            if (more.Count == 0)
            {
                return new RuntimeReach(reached);
            }

            others.RemoveAll(new HashSet<FileNames>(more).Contains);
            reached.AddRange(more);
            offers.AddRange(more.SelectMany(static file => file.Offers));
            fresh.Clear();
        }

        bool IsTaken(Offer offer)
        {
            bool isTaken = offer.IsOf(names);
            if (isTaken && names.Add(offer.Name))
            {
                fresh.Add(offer.Name);
            }

            return isTaken;
        }
    }

    public bool Includes(SyntaxTree file) => _files.Contains(file);
}
