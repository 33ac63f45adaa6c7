using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>
/// KLING107, KLING207: a local file where the server wants a URL is uploaded, where a client is at hand and <c>await</c> is allowed.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UploadFileFix))]
public sealed class UploadFileFix() : SyntaxFix("KLING107", "KLING207")
{
    private const string FileScheme = "file:";

    private protected override SyntaxEdit? Plan(
        IReadOnlyList<SyntaxNode> nodes,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        if (
            !diagnostic.Properties.ContainsKey("LocalFile")
            || nodes[0] is not ExpressionSyntax place
            || !AwaitPlace.Allows(place)
            || TextOf(place) is not { } text
            || PathOf(text, model, cancellationToken) is not { } path
            || ClientAt(place, model, cancellationToken) is not { } client
        )
        {
            return null;
        }

        string upload = $"await {client}.Files.UploadAsync({path})";
        bool isOperand = place.Parent is MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or PostfixUnaryExpressionSyntax;
        ExpressionSyntax replacement = SyntaxFactory.ParseExpression(
            place is not BaseObjectCreationExpressionSyntax ? $"({upload}).AbsoluteUri"
            : isOperand ? $"({upload})"
            : upload
        );
        bool isKept = path == text.WithoutTrivia().ToString();
        return new SyntaxEdit(
            "Upload it with client.Files",
            (root, nodes) =>
                root.ReplaceNode(nodes[0], Comments.Keep(nodes[0], replacement, isKept ? TextOf((ExpressionSyntax)nodes[0]) : null))
        );
    }

    /// <summary>The text that names the file: the value itself, or what <c>new Uri(…)</c> is given.</summary>
    private static ExpressionSyntax? TextOf(ExpressionSyntax place) =>
        place switch
        {
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } => (
                arguments.FirstOrDefault(static argument => argument.NameColon?.Name.Identifier.ValueText == "uriString") ?? arguments[0]
            ).Expression,
            BaseObjectCreationExpressionSyntax => null,
            _ => place,
        };

    /// <summary>The path of the file, as C#; <see langword="null"/> if the value itself is elsewhere.</summary>
    private static string? PathOf(ExpressionSyntax text, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(text, cancellationToken).Type?.SpecialType is not SpecialType.System_String ? null
        : model.GetConstantValue(text, cancellationToken).Value is not string known ? (IsUrl(text) ? null : text.WithoutTrivia().ToString())
        : known.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase) ? SymbolDisplay.FormatLiteral(PathOf(known), quote: true)
        : text.WithoutTrivia().ToString();

    /// <summary>The path that a <c>file:</c> URL names, in the way of the system that has such paths.</summary>
    private static string PathOf(string url)
    {
        string path = url.Substring(FileScheme.Length);
        if (path.StartsWith("//", StringComparison.Ordinal))
        {
            int root = path.IndexOf('/', 2);
            string host = root < 0 ? path.Substring(2) : path.Substring(2, root - 2);
            path = root < 0 ? "/" : path.Substring(root);
            path = host.Length == 0 || host == "localhost" ? path : $"//{host}{path}";
        }

        path = Uri.UnescapeDataString(path);
        return path.Length > 2 && path[0] == '/' && char.IsLetter(path[1]) && path[2] == ':' ? path.Substring(1) : path;
    }

    /// <summary>Whether a text that is not known begins with a scheme.</summary>
    private static bool IsUrl(ExpressionSyntax text) =>
        text.DescendantTokens()
            .FirstOrDefault(static token => token.ValueText.Length > 0 && !token.IsKind(SyntaxKind.InterpolatedStringStartToken))
            is { ValueText: var begin }
        && begin.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>What holds a client here: a local or a parameter, else a field or a property.</summary>
    private static string? ClientAt(ExpressionSyntax place, SemanticModel model, CancellationToken cancellationToken)
    {
        bool isStatic = false;
        for (
            ISymbol? around = model.GetEnclosingSymbol(place.SpanStart, cancellationToken);
            around is IMethodSymbol;
            around = around.ContainingSymbol
        )
        {
            isStatic |= around.IsStatic;
        }

        return model
            .LookupSymbols(place.SpanStart)
            .Where(symbol =>
                symbol switch
                {
                    // A local is in reach before it is declared, too.
                    ILocalSymbol local => IsClient(TypeOf(local, model, cancellationToken))
                        && local.Locations.All(location => location.SourceSpan.End < place.SpanStart && IsCaptured(location, place)),
                    IParameterSymbol parameter => IsClient(parameter.Type)
                        && parameter.Locations.All(location => IsCaptured(location, place)),
                    IFieldSymbol field => IsClient(field.Type) && (field.IsStatic || !isStatic),
                    IPropertySymbol property => IsClient(property.Type) && (property.IsStatic || !isStatic),
                    _ => false,
                }
            )
            .OrderBy(static symbol => symbol is ILocalSymbol or IParameterSymbol ? 0 : 1)
            .ThenBy(static symbol => symbol.Name, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Name;
    }

    /// <summary>
    /// A local's type. The compiler lets every <c>var</c> be <see langword="null"/>, so what the local is given tells whether it may be.
    /// </summary>
    private static ITypeSymbol TypeOf(ILocalSymbol local, SemanticModel model, CancellationToken cancellationToken) =>
        local.DeclaringSyntaxReferences is { Length: 1 } declarations
        && declarations[0].GetSyntax(cancellationToken)
            is VariableDeclaratorSyntax { Initializer.Value: { } given, Parent: VariableDeclarationSyntax { Type.IsVar: true } }
        && model.GetTypeInfo(given, cancellationToken).Nullability.FlowState is not NullableFlowState.MaybeNull
            ? local.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)
            : local.Type;

    /// <summary>Whether no static function between a declaration and a use keeps the use from what is outside.</summary>
    private static bool IsCaptured(Location declaration, SyntaxNode use) =>
        use.Ancestors()
            .TakeWhile(ancestor => !ancestor.Span.Contains(declaration.SourceSpan))
            .All(static ancestor =>
                ancestor switch
                {
                    AnonymousFunctionExpressionSyntax function => !function.Modifiers.Any(SyntaxKind.StaticKeyword),
                    LocalFunctionStatementSyntax function => !function.Modifiers.Any(SyntaxKind.StaticKeyword),
                    _ => true,
                }
            );

    /// <summary>Whether a type is the client's, and surely not <see langword="null"/>.</summary>
    private static bool IsClient(ITypeSymbol? type)
    {
        if (type is { NullableAnnotation: NullableAnnotation.Annotated })
        {
            return false;
        }

        while (
            type
            is not (null or { Name: "KlingClient", ContainingNamespace: { Name: "Kling", ContainingNamespace.IsGlobalNamespace: true } })
        )
        {
            type = type.BaseType;
        }

        return type is not null;
    }
}
