using System.Collections.Immutable;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Binding;

/// <summary>
/// All models of a project together. Of two that want the same slug or type the ordinally first path wins, so that the
/// order in which the build lists the files decides nothing.
/// </summary>
internal static class CatalogueBinder
{
    /// <summary>The facts of a file that the catalogue needs; <see langword="null"/> for a file without a model.</summary>
    public static ModelIdentity? Identify(BindingResult result, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (result.Model is not { } model)
        {
            return null;
        }

        IEnumerable<string> names =
        [
            model.Request.TypeName,
            model.BuilderTypeName,
            .. model.Objects.Select(static record => record.TypeName),
            .. model.Enums.Select(static closed => closed.TypeName),
            .. model.Unions.Select(static union => union.TypeName),
        ];
        return new ModelIdentity(
            result.Path,
            model.Slug,
            $"{model.Namespace}.{model.Request.TypeName}",
            names.Select(name => $"{model.Namespace}.{name}").ToEquatableArray()
        );
    }

    public static CatalogueBinding Bind(ImmutableArray<ModelIdentity?> identities, CancellationToken cancellation)
    {
        var slugs = new Dictionary<string, string>(StringComparer.Ordinal);

        // Types become file names, and those differ in more than case.
        var types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var entries = new List<CatalogueEntry>();
        var losers = new List<DiagnosticModel>();
        foreach (ModelIdentity model in identities.OfType<ModelIdentity>().OrderBy(static model => model.Path, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Clash(model, slugs, types) is { } clash)
            {
                losers.Add(clash);
                continue;
            }

            slugs.Add(model.Slug, model.Path);
            foreach (string type in model.Types)
            {
                types.Add(type, model.Path);
            }

            entries.Add(new CatalogueEntry(model.Slug, model.RequestType));
        }

        return new CatalogueBinding(
            new CatalogueModel(entries.OrderBy(static entry => entry.Slug, StringComparer.Ordinal).ToEquatableArray()),
            losers.Select(static loser => loser.Path).ToEquatableArray(),
            losers.ToEquatableArray()
        );
    }

    private static DiagnosticModel? Clash(ModelIdentity model, Dictionary<string, string> slugs, Dictionary<string, string> types)
    {
        if (slugs.TryGetValue(model.Slug, out string? first))
        {
            return DiagnosticModel.AtStart(model.Path, SchemaDiagnostics.SlugIsTaken, model.Slug, first);
        }

        string? taken = model.Types.FirstOrDefault(types.ContainsKey);
        return taken is null ? null : DiagnosticModel.AtStart(model.Path, SchemaDiagnostics.TypeNameIsTaken, taken, types[taken]);
    }
}
