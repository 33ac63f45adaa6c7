using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// The members and local functions that return or keep an object, and what the project's code does with the object that it gets from them.
/// </summary>
internal sealed class Keepers(KnownSymbols known, CancellationToken cancellation)
{
    // Members can return what other members return.
    private const int Most = 8;

    /// <summary>Words of the names of what is given to others to be completed.</summary>
    private static readonly HashSet<string> Drafts = new(
        "draft base template default defaults prototype partial skeleton blank common preset sketch shared outline".Split(' '),
        StringComparer.Ordinal
    );

    // Null where it has no name.
    private readonly List<ISymbol?> _all = [];

    /// <summary>Whether the name of one says that the object is to be completed.</summary>
    public bool AreDrafts => _all.Exists(static keeper => keeper is null || KeySpelling.Words(keeper.Name).Any(Drafts.Contains));

    /// <summary>Whether a test uses the object, which may want it to be wrong. It is known after <see cref="Use"/>.</summary>
    public bool AreTested { get; private set; }

    public void Add(ISymbol? keeper) => _all.Add(keeper);

    /// <summary>
    /// What is done with the object: it is sent, something may be done that is not known, or <see langword="null"/> if it is only read.
    /// </summary>
    public UseKind? Use()
    {
        bool isSent = false;
        bool isOpen = false;
        for (int i = 0; i < _all.Count; i++)
        {
            if (i == Most || _all[i] is not { } keeper)
            {
                return UseKind.Open;
            }

            foreach (SimpleNameSyntax name in known.Copies.Names(keeper.Name, cancellation))
            {
                UseKind? use = Of(name, keeper);
                isOpen |= use is UseKind.Open;

                // An object never changes, but another one can take its place in a list, a field or a property.
                isSent |=
                    use is UseKind.Sent
                    && keeper is IMethodSymbol or IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null };
            }
        }

        return isSent ? UseKind.Sent
            : isOpen ? UseKind.Open
            : null;
    }

    /// <summary>What one use of a name does with the object.</summary>
    private UseKind? Of(SimpleNameSyntax name, ISymbol keeper)
    {
        ExpressionSyntax value = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        if (IsInNameof(value))
        {
            return null;
        }

#pragma warning disable RS1030 // Only the semantic model of the other file tells what its code does with the member. Few files name it.
        SemanticModel model = known.Compilation.GetSemanticModel(name.SyntaxTree);
#pragma warning restore RS1030
        ISymbol? symbol = model.GetSymbolInfo(value, cancellation).Symbol;
        if (symbol is not null && !MayBe(symbol, keeper))
        {
            return null;
        }

        AreTested |= model.GetEnclosingSymbol(name.SpanStart, cancellation)?.ContainingType is { } type && QuietPlace.IsTest(type);
        if (symbol is IMethodSymbol && value.Parent is InvocationExpressionSyntax call && call.Expression == value)
        {
            value = call;
        }
        else if (symbol is null or IMethodSymbol)
        {
            return UseKind.Open;
        }

        // What is assigned to a member can be read without its name: by a positional pattern, or as a record as a whole.
        if (value.Parent is AssignmentExpressionSyntax assignment && assignment.Left == value)
        {
            return UseKind.Open;
        }

        UseKind? use = new FinalUse(model, known, cancellation).Of(value.Parent as AwaitExpressionSyntax ?? value, out Keepers others);
        _all.AddRange(others._all.Where(other => other is null || !_all.Contains(other, SymbolEqualityComparer.Default)));
        return use;
    }

    /// <summary>Whether a name is the member, or may call it: through an interface or a base type.</summary>
    private static bool MayBe(ISymbol symbol, ISymbol keeper) =>
        SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, keeper.OriginalDefinition)
        || symbol.IsAbstract
        || symbol.IsVirtual
        || symbol.IsOverride;

    private static bool IsInNameof(SyntaxNode value) =>
        value.Parent
            is ArgumentSyntax
            {
                Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }
            };
}
