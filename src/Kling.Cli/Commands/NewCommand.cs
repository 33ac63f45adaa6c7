using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling new &lt;slug&gt;</c>: a schema file to begin with.</summary>
internal sealed class NewCommand : Command
{
    // A build finds the schema files of a project in this folder.
    private const string Folder = "kling-schemas";

    private readonly Argument<string> _slug = new("slug") { Description = "The model's name in the API's URLs." };
    private readonly SchemaFileOptions _file = new($"The file to write. Default: {Folder}/<slug>.json, where a build finds it.");
    private readonly CliHost _host;
    private readonly Screen _screen;

    public NewCommand(CliHost host, Screen screen)
        : base("new", "Creates a schema file to start from, and next to it the JSON Schema with which editors complete it.")
    {
        (_host, _screen) = (host, screen);
        Arguments.Add(_slug);
        _file.AddTo(this);
        SetAction(Write);
    }

    private int Write(ParseResult parse)
    {
        string slug = Slug.Checked(parse.GetRequiredValue(_slug));
        string output = parse.GetValue(_file.Output) ?? $"{Folder}/{slug}.json";
        var target = SchemaTarget.Of(output, slug, parse.GetValue(_file.Force), _host);
        target.Write(SchemaText.Print(StarterSchema.Of(slug, target.SlugToWrite)), _screen);
        if (parse.GetValue(_file.Output) is null)
        {
            _screen.Note($"If this folder is a project with Kling.Generated, its next build generates the request type. Other commands read the schema with --schemas {Folder}.");
        }

        _screen.Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("slug", slug);
            writer.WriteString("file", target.Path);
            writer.WriteEndObject();
        });
        return ExitCodes.Ok;
    }
}
