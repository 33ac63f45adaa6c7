using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING212: the <c>HttpClient</c> of a client gives up before the client's own limit for a submit does, so that it is unknown whether the
/// server accepted the request. The limit and the timeout are constructed, or set on the builder of a registered client.
/// </summary>
internal static class HttpTimeoutRule
{
    private const string Limit = "SubmitTimeout";
    private const string Timeout = "Timeout";

    /// <summary>The default of both.</summary>
    private static readonly TimeSpan Default = TimeSpan.FromSeconds(100);

    /// <summary>A client that is constructed with an HttpClient.</summary>
    public static void Check(IObjectCreationOperation creation, OperationAnalysisContext context, KnownSymbols known)
    {
        if (
            known.Client?.IsClients(creation.Constructor) is not true
            || creation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.Name == "HttpClient") is not { } http
            || SubmitTimeout(creation, context) is not { } limit
            || Settings(http.Value, Timeout, context.CancellationToken) is not { } timeouts
        )
        {
            return;
        }

        if (timeouts.Count == 1)
        {
            Check(timeouts[0], limit, context);
        }
        else if (timeouts.Count == 0 && Default < limit && !QuietPlace.IsInTest(creation))
        {
            Report(http.Value.Syntax, "its default of 100 s", limit, context);
        }
    }

    /// <summary>A client that is registered: <c>services.AddKling().ConfigureHttpClient(http => http.Timeout = …)</c>.</summary>
    public static void CheckRegistration(IInvocationOperation call, OperationAnalysisContext context, KnownSymbols known)
    {
        if (
            ServiceCalls.Registration(call, known) is { } registration
            && ServiceCalls.Setting(call, "HttpClient", Timeout) is { } timeout
            && SubmitTimeoutOf(registration, context) is { } limit
        )
        {
            Check(timeout, limit, context);
        }
    }

    private static void Check(IOperation timeout, TimeSpan limit, OperationAnalysisContext context)
    {
        if (
            Duration(timeout, context) is { } duration
            && duration != System.Threading.Timeout.InfiniteTimeSpan
            && duration < limit
            && !QuietPlace.IsInTest(timeout)
        )
        {
            Report(timeout.Syntax, timeout.Syntax.ToString(), limit, context);
        }
    }

    private static void Report(SyntaxNode place, string timeout, TimeSpan limit, OperationAnalysisContext context) =>
        context.ReportDiagnostic(
            Diagnostic.Create(UseDiagnostics.HttpTimeoutIsTooShort, place.GetLocation(), timeout, limit.ToString("c"))
        );

    private static TimeSpan? Duration(IOperation value, OperationAnalysisContext context) =>
        PlacedValue.Of(value, value.Type!)?.Known(context.CancellationToken).Exact as TimeSpan?;

    /// <summary>
    /// The client's limit: the default if no options are given or they do not set it, and <see langword="null"/> if it is not known.
    /// </summary>
    private static TimeSpan? SubmitTimeout(IObjectCreationOperation creation, OperationAnalysisContext context)
    {
        IArgumentOperation? options = creation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "options");
        return options is null or { ArgumentKind: ArgumentKind.DefaultValue } or { Value.ConstantValue: { HasValue: true, Value: null } }
                ? Default
            : Settings(options.Value, Limit, context.CancellationToken) is not { Count: < 2 } limits ? null
            : limits.Count == 0 ? Default
            : Duration(limits[0], context);
    }

    /// <summary>The same of a client that is registered. Configuration, or another call, can set it as well.</summary>
    private static TimeSpan? SubmitTimeoutOf(IInvocationOperation registration, OperationAnalysisContext context)
    {
        if (ServiceCalls.Setting(registration, "KlingClientOptions", Limit) is { } limit)
        {
            return Duration(limit, context);
        }

        SyntaxNode type =
            registration.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>()
            ?? registration.Syntax.SyntaxTree.GetRoot(context.CancellationToken);
        bool isSetElsewhere =
            registration.TargetMethod.Parameters.Any(static parameter => parameter.Type.Name == "IConfiguration")
            || type.DescendantNodes()
                .Any(node =>
                    node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Limit or "BindConfiguration" or "Bind" }
                    && !IsOfOther(node, registration)
                );
        return isSetElsewhere ? null : Default;
    }

    /// <summary>Whether a part of the code configures a client of another name.</summary>
    private static bool IsOfOther(SyntaxNode node, IInvocationOperation registration) =>
        registration.Syntax is InvocationExpressionSyntax own
        && node.Ancestors()
            .OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(static call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddKling" })
            is { } other
        && LiteralName(own) is { } name
        && LiteralName(other) is { } otherName
        && name != otherName;

    /// <summary>The name of a client as it is written: empty if it has none, and null if it is not known.</summary>
    private static string? LiteralName(InvocationExpressionSyntax call) =>
        call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddKling" } ? null
        : call.ArgumentList.Arguments.FirstOrDefault() is not { } first || first.Expression is AnonymousFunctionExpressionSyntax ? ""
        : first is { NameColon: null, Expression: LiteralExpressionSyntax { Token.Value: string text } } ? text
        : null;

    /// <summary>
    /// What a property of an object is set to, where the object is constructed and afterwards; <see langword="null"/> if it comes from
    /// elsewhere or goes to code that can set it, too.
    /// </summary>
    private static List<IOperation>? Settings(IOperation? value, string property, CancellationToken cancellation)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        if (
            value is IFieldReferenceOperation { Field: var field }
            && SingleAssignment.Value(field, cancellation) is { } initializer
            && initializer.SyntaxTree == value.Syntax.SyntaxTree
        )
        {
            value = value.SemanticModel!.GetOperation(initializer, cancellation);
        }

        if (value is IObjectCreationOperation made)
        {
            return IsKnown(made) ? Initial(made, property) : null;
        }

        if (
            value is not ILocalReferenceOperation { Local: var local }
            || TaskFlow.InitialValue(local, value) is not IObjectCreationOperation initial
            || !IsKnown(initial)
        )
        {
            return null;
        }

        var settings = Initial(initial, property);
        foreach (IOperation use in TaskFlow.Uses(local, value))
        {
            switch (use.Parent)
            {
                case IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } target when assignment.Target == target:
                    if (target.Property.Name == property)
                    {
                        settings.Add(assignment.Value);
                    }

                    break;
                case IPropertyReferenceOperation:
                case IConversionOperation { Parent: IArgumentOperation { Parent: IObjectCreationOperation } }:
                case IArgumentOperation { Parent: IObjectCreationOperation }:
                    break;
                case IInvocationOperation call when call.Instance == use:
                    break;
                default:
                    return null;
            }
        }

        return settings;
    }

    /// <summary>A type that derives from one of them can set its own.</summary>
    private static bool IsKnown(IObjectCreationOperation creation) => creation.Type?.Name is "HttpClient" or "KlingClientOptions";

    private static List<IOperation> Initial(IObjectCreationOperation creation, string property) =>
        [
            .. (creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
                .Where(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: var name } && name == property)
                .Select(static assignment => assignment.Value),
        ];
}
