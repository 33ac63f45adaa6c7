using Kling;
using Kling.Models;
using Library.Models;

namespace Library;

/// <summary>What a library gives its users of a model of its own and of a shipped one.</summary>
public static class Clips
{
    public static LibraryClipRequest Own(string prompt) => new() { Prompt = prompt };

    public static KlingO3Text2VideoRequest Shipped(string prompt) => new() { Prompt = prompt };

    public static IEnumerable<KlingModel> Models => Library.Models.KlingModels.All.Concat(Kling.Models.KlingModels.All);
}
