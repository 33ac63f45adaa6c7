using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Blind.Models;

namespace Uses.Markers;

internal sealed record Cast(Uri Hero, Uri Villain);

internal sealed class Scenes(KlingClient client, Cast cast)
{
    private readonly KlingList<Kling3ProImage2VideoElement> _two = [new() { FrontalImageUrl = new("https://a.example/1.png") }, new() { FrontalImageUrl = new("https://a.example/2.png") }];

    public Task<KlingResult> A(Uri start, CancellationToken token) => client.RunAsync(
        new Kling3ProImage2VideoRequest { Prompt = "@Element3 enters", StartImageUrl = start, Elements = _two }, cancellationToken: token); // KLING112

    public async Task<KlingJob> B(Uri start) => await client.SubmitAsync(new Kling3StandardImage2VideoRequest
    {
        StartImageUrl = start,
        Prompt = $"@Element1 fights @Element2 in {DateTime.Now:yyyy}", // KLING112
        Elements = [new() { FrontalImageUrl = cast.Hero }],
    });

    public KlingO3Video2VideoEditRequest C(Uri video) => new() { VideoUrl = video, Prompt = "Replace the hat by @Image2", ImageUrls = ["https://a.example/hat.png"] }; // KLING112

    public Kling3Text2ImageRequest D() => new() { Prompt = "(element1) and (element2) dance", Elements = [new() { FrontalImageUrl = cast.Hero }] }; // KLING112

    public KlingO1Request E(params string[] urls) => new() { Prompt = "@Image1 beside @Image3", ImageUrls = ["https://a.example/1.png", "https://a.example/2.png"] }; // KLING112

    public KlingO1ReferenceImageToVideoRequest F() => new() { Prompt = "@Image0 turns", ImageUrls = ["https://a.example/1.png"] }; // KLING112

    public Kling3ProImage2VideoRequest G(Uri start) => new() { Prompt = "@element1 waves", StartImageUrl = start, Elements = [new() { FrontalImageUrl = cast.Hero }] }; // KLING112

    public Kling3ProImage2VideoRequest H(Uri start) => new()
    {
        Prompt = "A man waves",
        StartImageUrl = start,
        Elements = [new() { FrontalImageUrl = cast.Hero }], // KLING119
    };

    public Kling3ProImage2VideoRequest I(Uri start)
    {
        var request = new Kling3ProImage2VideoRequest { Prompt = "<<<voice_1>>> sings", StartImageUrl = start }; // KLING112
        return request;
    }

    public PosterMakerRequest J() => new() { Headline = "h", Prompt = "@Ref1 over @Ref2", ReferenceUrls = [cast.Hero] }; // KLING112

    public IEnumerable<Kling3ProImage2VideoRequest> K(Uri start)
    {
        yield return new() { Prompt = "@Element1", StartImageUrl = start }; // KLING112
        foreach (var mood in new[] { "calm", "wild" })
        {
            yield return new() { Prompt = $"{mood} @Element2", StartImageUrl = start, Elements = [new() { FrontalImageUrl = cast.Hero }] }; // KLING112
        }
    }

    public async Task L(Uri start)
    {
        Kling3ProImage2VideoRequest[] all =
        [
            new() { Prompt = "@Element1 a", StartImageUrl = start }, // KLING112
            new() { Prompt = "b", StartImageUrl = start },
        ];
        await foreach (var outcome in client.RunManyAsync(all))
        {
            Console.WriteLine(outcome.Kind);
        }
    }

    public async Task M(Uri start)
    {
        var list = new List<Kling3ProImage2VideoRequest>();
        list.Add(new() { Prompt = "@Element1 a", StartImageUrl = start }); // KLING112
        foreach (var one in list)
        {
            Console.WriteLine((await client.SubmitAsync(one)).ToToken());
        }
    }

    public async Task N(Uri start)
    {
        var template = new Kling3ProImage2VideoRequest { Prompt = "plain", StartImageUrl = start };
        foreach (var prompt in new[] { "@Element1 a", "b" })
        {
            Console.WriteLine((await client.SubmitAsync(template with { Prompt = prompt })).ToToken());
        }
    }

    public Kling3ProImage2VideoRequest O(Uri start, bool night) => night
        ? new() { Prompt = "@Element1 sleeps", StartImageUrl = start } // KLING112
        : new() { Prompt = "@Element1 wakes", StartImageUrl = start, Elements = [new() { FrontalImageUrl = cast.Hero }] };

    public Kling3ProImage2VideoRequest P(Uri start, int scene) => scene switch
    {
        1 => new() { Prompt = "one", StartImageUrl = start },
        2 => new() { Prompt = "@Element2 two", StartImageUrl = start, Elements = [new() { FrontalImageUrl = cast.Hero }] }, // KLING112
        _ => throw new ArgumentOutOfRangeException(nameof(scene)),
    };

    public Kling3ProImage2VideoRequest Q(Uri start)
    {
        const string hero = "@Element1", villain = "@Element2";
        return new() { Prompt = $"{hero} meets {villain}", StartImageUrl = start, Elements = [new() { FrontalImageUrl = cast.Hero }] }; // KLING112
    }

    public Kling3ProImage2VideoRequest R(Uri start) => Kling3ProImage2VideoRequest.CreateBuilder("""@Element1 enters, @Element2 follows.""", start).AddElement(cast.Hero).Build(); // KLING112

    public Kling3ProImage2VideoRequest S(Uri start)
    {
        var elements = new List<Kling3ProImage2VideoElement> { new() { FrontalImageUrl = cast.Hero } };
        elements.Add(new() { FrontalImageUrl = cast.Villain });
        return new() { Prompt = "@Element3", StartImageUrl = start, Elements = elements };
    }
}
