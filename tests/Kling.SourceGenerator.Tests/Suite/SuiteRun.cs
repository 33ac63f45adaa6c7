using System.Text.Json;

namespace Kling.SourceGenerator.Tests.Suite;

/// <summary>The whole suite against generated code: one model per group, all in one assembly.</summary>
public sealed class SuiteRun : IDisposable
{
    private readonly Lazy<GeneratedModels> _models = new(static () =>
        new GeneratedModels(TestProject.WithFiles([.. SuiteGroup.All.Where(static group => group.Exemption is null).Select(static group => group.ToFile())])));

    private readonly Lazy<IReadOnlyList<SuiteCase>> _failed;

    /// <summary>Nothing is compiled before it is asked for.</summary>
    public SuiteRun() => _failed = new(() => [.. Cases.Where(test => !Passes(test))]);

    /// <summary>Every case that has to pass.</summary>
    internal static IEnumerable<SuiteCase> Cases => SuiteGroup.All.Where(static group => group.Exemption is null).SelectMany(static group => group.Cases);

    /// <summary>Those of them that do not.</summary>
    internal IReadOnlyList<SuiteCase> Failed => _failed.Value;

    /// <summary>The keywords that the generator said it does not enforce, by the model's slug.</summary>
    internal ILookup<string, string> NotEnforced => _models.Value.Diagnostics
        .Where(static diagnostic => diagnostic.Id is "KLING009" or "KLING012" or "KLING013")
        .ToLookup(
            static diagnostic => Path.GetFileNameWithoutExtension(diagnostic.Location.GetLineSpan().Path),
            static diagnostic => diagnostic.GetMessage(null).Split('\'')[1],
            StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_models.IsValueCreated)
        {
            _models.Value.Dispose();
        }
    }

    /// <summary>Reads the case's request with the generated type.</summary>
    internal bool TryParse(SuiteCase test, out IKlingRequest? request)
    {
        using var document = JsonDocument.Parse(test.Json);
        return _models.Value.BySlug[test.Slug].TryParse(document.RootElement, out request, out _);
    }

    private bool Passes(SuiteCase test) => TryParse(test, out _) == test.IsValid;
}
