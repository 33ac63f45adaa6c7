using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING211: an address that the client does not use, or sends the API key to unencrypted, and a host that http cannot be allowed for.
/// </summary>
internal static class AddressRule
{
    private const string Hosts = "InsecureHosts";
    private const string Segmind = "segmind.com";

    public static void CheckAddress(PlacedValue value, IPropertySymbol property, IOperation assignment, OperationAnalysisContext context)
    {
        foreach (PlacedValue leaf in ValueReader.Leaves(value, context.CancellationToken))
        {
            if (leaf.Known(context.CancellationToken).Text is { } text && Allowed(text, assignment, context) is { } allowed)
            {
                OptionRule.Report(leaf, property.Name, allowed, assignment, context);
            }
        }
    }

    public static void CheckHosts(PlacedValue value, IOperation assignment, OperationAnalysisContext context)
    {
        foreach (PlacedValue host in Items(value, context).Items)
        {
            if (host.Known(context.CancellationToken).Text is not { } name)
            {
                continue;
            }

            if (Uri.CheckHostName(name) is UriHostNameType.Unknown or UriHostNameType.Basic)
            {
                OptionRule.Report(host, Hosts, "the name of a host without scheme, port or wildcard", assignment, context);
            }
            else if (IsSegmind(name))
            {
                OptionRule.Report(host, Hosts, "a host of your own, because Segmind is always called with https", assignment, context);
            }
        }
    }

    private static string? Allowed(string text, IOperation assignment, OperationAnalysisContext context)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
        {
            return "an absolute https URL";
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return "a URL without user name, query and fragment";
        }

        return uri.Scheme == "http" && !uri.IsLoopback && !MayBeAllowed(uri.Host, assignment, context)
            ? "an https URL, because the API key would be sent unencrypted; http is allowed for this machine and for the hosts in InsecureHosts"
            : null;
    }

    /// <summary>Whether the options that an address belongs to may allow http for its host.</summary>
    private static bool MayBeAllowed(string host, IOperation assignment, OperationAnalysisContext context)
    {
        if (IsSegmind(host))
        {
            return false;
        }

        if (assignment.Parent is IObjectOrCollectionInitializerOperation initializer && HostsIn(initializer) is { } given)
        {
            ListValue list = PlacedValue.Of(given, given.Type!) is { } value ? Items(value, context) : ListValue.Unknown;
            string?[] names = [.. list.Items.Select(item => item.Known(context.CancellationToken).Text)];
            return !list.IsComplete
                || list.More > 0
                || names.Any(name => name?.TrimEnd('.').Equals(host.TrimEnd('.'), StringComparison.OrdinalIgnoreCase) is not false);
        }

        // Options that come from elsewhere can have been given their hosts there, too: by configuration, for example.
        bool isOwn =
            assignment.Parent is IObjectOrCollectionInitializerOperation
            || (assignment as IAssignmentOperation)?.Target is IPropertyReferenceOperation { Instance: ILocalReferenceOperation };
        IMethodSymbol? registration = TaskFlow.FunctionOf(assignment) is IAnonymousFunctionOperation set ? TaskFlow.Taker(set) : null;
        bool mayBeConfigured =
            !isOwn
            && (
                registration is not { Name: "AddKling" }
                || registration.Parameters.Any(static parameter => parameter.Type.Name == "IConfiguration")
            );
        SyntaxNode scope = isOwn
            ? SingleAssignment.Body(assignment.Syntax)
            : assignment.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>()
                ?? assignment.Syntax.SyntaxTree.GetRoot(context.CancellationToken);

        // Options that a registration makes are not those that an initializer sets.
        bool isRegistered = registration is { Name: "AddKling" };
        return scope
            .DescendantNodes()
            .OfType<SimpleNameSyntax>()
            .Any(name =>
                MayGiveHosts(name.Identifier.ValueText, mayBeConfigured)
                && !(isRegistered && name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax })
            );
    }

    private static bool MayGiveHosts(string name, bool mayBeConfigured) =>
        name is Hosts or "Bind" or "BindConfiguration"
        || (mayBeConfigured && name is "IConfiguration" or "Configuration" or "GetSection");

    private static IOperation? HostsIn(IObjectOrCollectionInitializerOperation initializer) =>
        initializer
            .Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(static member => member.Target is IPropertyReferenceOperation { Property.Name: Hosts })
            ?.Value;

    private static ListValue Items(PlacedValue hosts, OperationAnalysisContext context) =>
        ValueReader.Single(hosts, context.CancellationToken) is { IsSettled: true } single
            ? ListReader.Read(single, context.CancellationToken) ?? ListValue.Unknown
            : ListValue.Unknown;

    private static bool IsSegmind(string host) =>
        host.TrimEnd('.') is var name
        && (
            name.Equals(Segmind, StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("." + Segmind, StringComparison.OrdinalIgnoreCase)
        );
}
