using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>One value that goes to one parameter: what the rules look at, and where they report.</summary>
/// <param name="Value">The value: one leaf, no conditional and no name that is understood.</param>
/// <param name="Name">What the code calls the parameter.</param>
/// <param name="Report">Where diagnostics go.</param>
/// <param name="Cancellation">Stops the analysis.</param>
internal sealed record ConstraintCheck(PlacedValue Value, string Name, Action<Diagnostic> Report, CancellationToken Cancellation)
{
    /// <summary>What is known of the value.</summary>
    public KnownValue Known { get; init; } = Value.Known(Cancellation);

    /// <summary>A part of the value that is wrong: no fix can correct it there.</summary>
    public Location? At { get; init; }

    /// <summary>The value where a mistake of it is shown, or <see langword="null"/> if it is shown already. It may take a search.</summary>
    public Func<PlacedValue?> Shown { get; init; } = () => Value;

    /// <summary>
    /// Reports a mistake at the value. The first two arguments of the message are what was found and the parameter's name.
    /// </summary>
    public void Fail(DiagnosticDescriptor descriptor, string found, string allowed, params (string Name, string Value)[] properties)
    {
        if (Shown() is { } shown)
        {
            Fail(shown.Place, descriptor, found, allowed, [], properties);
        }
    }

    /// <summary>Reports a mistake at an expression.</summary>
    public void Fail(
        ExpressionSyntax place,
        DiagnosticDescriptor descriptor,
        string found,
        string allowed,
        IEnumerable<Location> others,
        params (string Name, string Value)[] properties
    ) =>
        Report(
            Diagnostic.Create(
                descriptor,
                At ?? place.GetLocation(),
                others,
                (At is null ? properties : []).ToImmutableDictionary(static property => property.Name, static property => (string?)property.Value),
                found,
                Name,
                allowed
            )
        );
}
