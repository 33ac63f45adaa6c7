using Kling.Models;

namespace Kling.Tests.Models;

/// <summary>A valid request is validated without an allocation, once the just-in-time compiler has done its best.</summary>
public sealed class AllocationTests
{
    // Code that is not optimized yet boxes. How long that takes depends on the machine, so it is tried until it is over.
    private const int MostRounds = 200;

    [Fact]
    public void Validating_a_request_allocates_nothing()
    {
        var request = new Kling3ProImage2VideoRequest
        {
            Prompt = "@Element1 walks up the ridge. <<<voice_1>>> says: \"We made it.\"",
            StartImageUrl = new Uri("https://example.com/images/summit.png?size=2048"),
            AspectRatio = Kling3ProImage2VideoAspectRatio.Landscape16x9,
            CfgScale = 0.65,
            Duration = Kling3ProImage2VideoDuration.Seconds10,
            Elements = [new() { FrontalImageUrl = new Uri("https://example.com/front.png"), ReferenceImageUrls = ["https://example.com/left.png"] }],
            GenerateAudio = true,
            MultiPrompt = [new() { Prompt = "A wide shot of the ridge.", Duration = "5" }],
            NegativePrompt = "blur",
            VoiceIds = ["voice-7f3a9c"],
        };
        Assert.Empty(request.Validate());

        long allocated = long.MaxValue;
        for (int round = 0; round < MostRounds && allocated > 0; round++)
        {
            allocated = Allocated(request);
        }

        Assert.Equal(0, allocated);
    }

    private static long Allocated(Kling3ProImage2VideoRequest request)
    {
        const int Calls = 1_000;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++)
        {
            _ = request.Validate();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
