namespace Kling.Cli;

/// <summary>Says what is missing on a page that is cut off inside its list of parameters.</summary>
internal static class PageCut
{
    /// <summary>What is missing, for the schema.</summary>
    public static string Describe(IReadOnlyList<PageParameter> parameters) =>
        Last(parameters) is (var parameter, var path)
            ? $"The page is cut off inside the parameter {path}: {Missing(parameter)} and the parameters after it are missing."
            : "The page is cut off before its first parameter. The parameters are only those of the example request.";

    /// <summary>The parameters of the example that the page does not reach. They exist; nothing else is known of them.</summary>
    public static IEnumerable<PageParameter> OnlyInExample(IReadOnlyList<PageParameter> parameters, PageExample? example) =>
        example is null
            ? []
            : example
                .Body.EnumerateObject()
                .Select(static member => member.Name)
                .Where(name => ParameterGathering.IsName(name) && parameters.All(parameter => parameter.Name != name))
                .Distinct(StringComparer.Ordinal)
                .Select(name => new PageParameter
                {
                    Line = example.Line,
                    Name = name,
                    IsRequired = false,
                    IsOnlyInExample = true,
                });

    /// <summary>The same for a person, with the line.</summary>
    public static IEnumerable<PageRemark> Remarks(PageSections sections, IReadOnlyList<PageParameter> parameters)
    {
        if (!sections.IsCut)
        {
            return [];
        }

        int line = sections.Parameters.LastOrDefault(static line => line.Text.Length > 0) is { Number: > 0 and var number }
            ? number
            : sections.Head[^1].Number;
        IEnumerable<PageRemark> seen = Last(parameters) is (var last, _)
            ? [new PageRemark(line, $"The page is cut off here: {Missing(last)} may be missing.") { Parameter = last.Name }]
            : [];
        return seen.Append(new PageRemark(line, Describe(parameters)))
            .Concat(
                parameters
                    .Where(static parameter => parameter.IsOnlyInExample)
                    .Select(static parameter => new PageRemark(
                        parameter.Line,
                        "The page is cut off before this parameter; only the example request contains it. Any value is allowed."
                    )
                    {
                        Parameter = parameter.Name,
                    })
            );
    }

    private static (PageParameter Parameter, string Path)? Last(IReadOnlyList<PageParameter> parameters, string parent = "") =>
        parameters.LastOrDefault(static parameter => !parameter.IsOnlyInExample) is { } last
            ? Last(last.Members, parent + last.Name + last.MemberMark) ?? (last, parent + last.Name)
            : null;

    private static string Missing(PageParameter last) =>
        last switch
        {
            { Type: null } => "its type, description, default and allowed values",
            { Allowed: not null } => "further allowed values",
            { Default: not null } => "its range or allowed values",
            _ => "a part of its description, its default and allowed values",
        };
}
