using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Cli;

/// <summary>Creates a request body from the file, then the options and <c>--set</c>.</summary>
internal sealed class RequestBody
{
    private readonly JsonObject _body;
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    private RequestBody(JsonObject body) => _body = body;

    /// <summary>An empty body, or the one of a file.</summary>
    /// <exception cref="CliFailure">The file holds something else than a JSON object.</exception>
    public static RequestBody From(JsonElement? file) =>
        file switch
        {
            null => new RequestBody([]),
            { ValueKind: JsonValueKind.Object } json => new RequestBody(JsonObject.Create(json)!),
            _ => throw new CliFailure(ExitCodes.InvalidRequest, "--input: the request must be a JSON object"),
        };

    /// <summary>Sets the parameters that were passed as options.</summary>
    public RequestBody With(ParseResult parse, IEnumerable<ParameterOption> options)
    {
        foreach (ParameterOption option in options)
        {
            if (parse.GetResult(option) is { Implicit: false })
            {
                Put(option.Parameter, parse.GetValue(option) ?? [], option.Name);
            }
        }

        return this;
    }

    /// <summary>Sets the parameters of <c>--set</c>; the items of a list can be passed one by one.</summary>
    public RequestBody With(IEnumerable<Assignment> assignments)
    {
        foreach (IGrouping<KlingParameter, Assignment> group in assignments.GroupBy(static assignment => assignment.Parameter))
        {
            string[] values = [.. group.Select(static assignment => assignment.Value)];
            if (values.Length > 1 && group.Key.Type is not "array")
            {
                throw Twice(group.Key);
            }

            Put(group.Key, values, "--set " + group.Key.Name);
        }

        return this;
    }

    /// <summary>The body.</summary>
    public JsonElement ToJson()
    {
        using var document = JsonDocument.Parse(_body.ToJsonString());
        return document.RootElement.Clone();
    }

    private static CliFailure Twice(KlingParameter parameter) => new(ExitCodes.Usage, $"the parameter '{parameter.Name}' is given twice");

    private void Put(KlingParameter parameter, string[] texts, string option)
    {
        if (!_given.Add(parameter.Name))
        {
            throw Twice(parameter);
        }

        _body[parameter.Name] = ParameterValue.Of(parameter, texts, option);
    }
}
