using Kling;
using InternalTypes.Models;

namespace InternalTypes;

/// <summary>The only public type: the generated ones are nobody else's affair.</summary>
public static class Catalogue
{
    public static IReadOnlyList<KlingModel> Models => KlingModels.All;
}
