using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Where the URL of a <c>UriBuilder</c> begins: its scheme and its host. The path may be set later.</summary>
internal sealed class UriBuilders(Evaluator evaluator, CancellationToken cancellation)
{
    private const string Scheme = "Scheme";
    private const string Host = "Host";

    /// <summary>What is known of the URL of a builder.</summary>
    public KnownValue Url(PlacedValue builder)
    {
        ExpressionSyntax? value = builder.Value is IdentifierNameSyntax ? Initial(builder) : builder.Value;
        return
            value is BaseObjectCreationExpressionSyntax creation
            && builder.Model.GetSymbolInfo(creation, cancellation).Symbol is IMethodSymbol constructor
            && Made(builder with { Value = creation }, creation, constructor) is { } made
            ? KnownValue.Of([made.Uri.GetLeftPart(UriPartial.Authority) + "/", ""])
            : KnownValue.Unknown;
    }

    /// <summary>What a local is declared with, if nothing gives the builder another scheme or host.</summary>
    private ExpressionSyntax? Initial(PlacedValue builder) =>
        builder.Model.GetSymbolInfo(builder.Value, cancellation).Symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } declared } local
        && declared[0].GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value }
        && SingleAssignment
            .Body(value)
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == local.Name)
            .All(static name =>
                name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } access
                && access.Expression == name
                && !(member is Scheme or Host && access.Parent is AssignmentExpressionSyntax)
            )
            ? value
            : null;

    private UriBuilder? Made(PlacedValue builder, BaseObjectCreationExpressionSyntax creation, IMethodSymbol constructor)
    {
        string?[] texts = [.. constructor.Parameters.Select(parameter => Text(builder, CallArguments.Of(creation.ArgumentList, parameter)))];
        string? scheme = Set(builder, creation, Scheme);
        string? host = Set(builder, creation, Host);
        if (scheme == "" || host == "")
        {
            return null;
        }

        try
        {
            UriBuilder? made = (texts.Length, texts.FirstOrDefault(), texts.ElementAtOrDefault(1)) switch
            {
                (0, _, _) => new UriBuilder(),
                (1, { } uri, _) => new UriBuilder(uri),
                (> 1, var first, var second) when (scheme ?? first) is { } known && (host ?? second) is { } name => new UriBuilder(known, name),
                _ => null,
            };
            if (made is not null)
            {
                made.Scheme = scheme ?? made.Scheme;
                made.Host = host ?? made.Host;
                _ = made.Uri;
            }

            return made;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What an initializer sets a property to: nothing, a text, or an empty text if it is not known.</summary>
    private string? Set(PlacedValue builder, BaseObjectCreationExpressionSyntax creation, string property) =>
        creation
            .Initializer?.Expressions.OfType<AssignmentExpressionSyntax>()
            .LastOrDefault(assignment => assignment.Left is IdentifierNameSyntax name && name.Identifier.ValueText == property)
            is { } assignment
            ? Text(builder, assignment.Right) ?? ""
            : null;

    private string? Text(PlacedValue builder, ExpressionSyntax? part) => part is null ? null : evaluator.Of(builder, part).Text;
}
