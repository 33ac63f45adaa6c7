using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Cli;

/// <summary>Reads the requests of a file, and gathers what is wrong with them: all lines are read before anything is stored.</summary>
/// <param name="name">What the file is called in messages.</param>
/// <param name="slug">The model of lines that do not name one, or <see langword="null"/>.</param>
/// <param name="key">The column that is the key, or <see langword="null"/>.</param>
/// <param name="map">The parameters of columns.</param>
/// <param name="catalogue">The models.</param>
/// <param name="host">The process around.</param>
internal sealed class ImportFile(string name, string? slug, string? key, ColumnMap map, ModelCatalogue catalogue, CliHost host)
{
    private static readonly string[] Envelope = ["slug", "key", "body"];

    private readonly List<ImportedLine> _lines = [];
    private readonly List<string> _mistakes = [];
    private readonly List<string> _doubts = [];
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>A sentence about each parameter that no schema declares.</summary>
    public IEnumerable<string> Doubts => _doubts.Distinct();

    /// <summary>What the file is called in messages, with a line.</summary>
    public string Place(int line) => FormattableString.Invariant($"{name}({line})");

    /// <summary>Reads a JSON object a line: a body, or <c>slug</c>, <c>key</c> and <c>body</c>.</summary>
    /// <exception cref="CliFailure">A line is not valid.</exception>
    public IReadOnlyList<ImportedLine> ReadJsonLines(string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].AsSpan().Trim().Length > 0)
            {
                int number = i + 1;
                Take(number, () => ReadObject(number, BodyFile.Parse(name, lines[number - 1].TrimEnd('\r'), ExitCodes.InvalidRequest, number)));
            }
        }

        return Checked();
    }

    /// <summary>Reads CSV whose first record names the columns.</summary>
    /// <exception cref="CliFailure">A line is not valid.</exception>
    public IReadOnlyList<ImportedLine> ReadCsv(string text)
    {
        KlingModel model = catalogue.Find(slug ?? throw new CliFailure(ExitCodes.Usage, "--slug is missing: it names the model of a CSV file"));
        IReadOnlyList<CsvRecord> records = CsvText.Read(name, text);
        if (records.Count == 0)
        {
            throw new CliFailure(ExitCodes.InvalidRequest, $"{name} is empty: its first line must name the columns");
        }

        List<KlingParameter?> columns = Columns(records[0].Fields, model);
        foreach (CsvRecord record in records.Skip(1))
        {
            Take(record.Line, () => ReadRecord(record, records[0].Fields, columns, model));
        }

        return Checked();
    }

    private ImportedLine ReadRecord(CsvRecord record, IReadOnlyList<string> header, List<KlingParameter?> columns, KlingModel model)
    {
        if (record.Fields.Count != header.Count)
        {
            throw Wrong(FormattableString.Invariant($"{Place(record.Line)}: {record.Fields.Count} fields instead of {header.Count}"));
        }

        var body = new JsonObject();
        for (int i = 0; i < columns.Count; i++)
        {
            // An empty field is a parameter that is not set.
            if (columns[i] is { } parameter && record.Fields[i].Length > 0)
            {
                body[parameter.Name] = Value(parameter, record.Fields[i], $"{Place(record.Line)}: {header[i]}");
            }
        }

        int at = key is null ? -1 : header.ToList().IndexOf(key);
        return Line(record.Line, model, JsonElement.Parse(body.ToJsonString()), at < 0 ? null : record.Fields[at]);
    }

    private static JsonNode? Value(KlingParameter parameter, string text, string place) =>
        parameter.Type is "array" && text.StartsWith('[')
            ? BodyFile.Node(BodyFile.Parse(place, text, ExitCodes.InvalidRequest))
            : ParameterValue.Of(parameter, [text], place);

    /// <summary>The parameter of each column, or null if it is ignored.</summary>
    private List<KlingParameter?> Columns(IReadOnlyList<string> header, KlingModel model)
    {
        foreach (string column in map.Columns.Concat(key is null ? [] : [key]).Where(column => !header.Contains(column)))
        {
            throw new CliFailure(ExitCodes.Usage, $"{name} has no column '{column}'.{Suggestion.For(column, header)}");
        }

        List<KlingParameter?> columns = [];
        foreach (string column in header)
        {
            KlingParameter? parameter = map.Find(column) is not { } named ? Parameter(column, model) ?? (column == key ? null : throw Unknown(column, model))
                : named.Length == 0 ? null
                : Parameter(named, model) ?? throw Unknown(named, model);
            if (parameter is not null && columns.Contains(parameter))
            {
                throw new CliFailure(ExitCodes.Usage, $"{name}: two columns are the parameter '{parameter.Name}'");
            }

            columns.Add(parameter);
        }

        return columns;
    }

    private static KlingParameter? Parameter(string column, KlingModel model) =>
        model.Parameters.FirstOrDefault(parameter => parameter.Name == column)
        ?? model.Parameters.FirstOrDefault(parameter => parameter.Name == column.Replace('-', '_'));

    private CliFailure Unknown(string column, KlingModel model) =>
        new(
            ExitCodes.Usage,
            $"{name}: '{model.Slug}' has no parameter '{column}'.{Suggestion.For(column, model.Parameters.Select(static parameter => parameter.Name))}"
        )
        {
            Details = ["Pass --map column=parameter to say what a column is, or --map column= to ignore it."],
        };

    private ImportedLine ReadObject(int number, JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            throw Wrong($"{Place(number)}: the line must be a JSON object");
        }

        bool isEnvelope =
            json.TryGetProperty("body", out JsonElement inner)
            && inner.ValueKind is JsonValueKind.Object
            && json.EnumerateObject().All(static member => Envelope.Contains(member.Name));
        JsonElement body = isEnvelope ? inner : json;
        string? own = isEnvelope ? Text(json, "key", number) : null;
        string? named = isEnvelope ? Text(json, "slug", number) : null;
        KlingModel model = Model(named ?? slug ?? throw Wrong($"{Place(number)}: no model is named; pass --slug, or write {{\"slug\": …, \"body\": …}}"), number);
        var members = new JsonObject();
        foreach (JsonProperty member in body.EnumerateObject())
        {
            if (member.Name == key && own is null)
            {
                own = Text(body, member.Name, number);
                if (map.Find(key) is null && Parameter(key, model) is null)
                {
                    continue;
                }
            }

            if (map.Find(member.Name) is not { } to)
            {
                members[member.Name] = BodyFile.Node(member.Value);
            }
            else if (to.Length > 0)
            {
                members[to] = BodyFile.Node(member.Value);
            }
        }

        return Line(number, model, JsonElement.Parse(members.ToJsonString()), own ?? (key is null ? null : ""));
    }

    private KlingModel Model(string wanted, int number)
    {
        try
        {
            return catalogue.Find(wanted);
        }
        catch (CliFailure e)
        {
            throw Wrong($"{Place(number)}: {e.Message}");
        }
    }

    private string? Text(JsonElement json, string member, int number) =>
        !json.TryGetProperty(member, out JsonElement value) ? null
        : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => throw Wrong($"{Place(number)}: /{member}: must be text"),
        };

    private ImportedLine Line(int number, KlingModel model, JsonElement body, string? own)
    {
        if (own is { Length: 0 })
        {
            throw Wrong($"{Place(number)}: the key is missing. Without it, a second import would add the line again");
        }

        if (own is not null && !_keys.TryAdd(own, number))
        {
            throw Wrong(FormattableString.Invariant($"{Place(number)}: the key '{own}' is also in line {_keys[own]}"));
        }

        var request = CheckedRequest.Of(model, body);
        _doubts.AddRange(request.Doubts());
        return new ImportedLine(number, request, own);
    }

    /// <summary>Reads one line, and keeps what is wrong with it.</summary>
    private void Take(int number, Func<ImportedLine> read)
    {
        _count++;
        try
        {
            ImportedLine line = read();
            _ = line.Request.Valid(host);
            _lines.Add(line);
        }
        catch (CliFailure e) when (e.Violations.Count > 0)
        {
            _mistakes.AddRange(e.Violations.Select(violation => $"{Place(number)}: {violation}"));
            _mistakes.AddRange(e.Details.Select(detail => $"{Place(number)}: {detail}"));
        }
        catch (CliFailure e)
        {
            string message = e.Message.StartsWith(name, StringComparison.Ordinal) ? e.Message : $"{Place(number)}: {e.Message}";
            _mistakes.Add(message);
            _mistakes.AddRange(e.Details.Select(detail => $"{Place(number)}: {detail}"));
        }
    }

    private List<ImportedLine> Checked() =>
        _mistakes.Count == 0
            ? _lines
            : throw new CliFailure(
                ExitCodes.InvalidRequest,
                FormattableString.Invariant($"{name}: {_count - _lines.Count} of {_count} requests are not valid; nothing was stored")
            )
            {
                Details = _mistakes,
            };

    private static CliFailure Wrong(string message) => new(ExitCodes.InvalidRequest, message);
}
