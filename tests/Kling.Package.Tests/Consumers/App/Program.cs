using Kling;
using Kling.Models;
using Library;
using Library.Models;

LibraryClipRequest own = Clips.Own("A clip.") with { Seconds = 7 };
KlingO3Text2VideoRequest shipped = Clips.Shipped("An eagle.") with { Duration = KlingO3Text2VideoDuration.Seconds10 };
Console.WriteLine(own);
Console.WriteLine(shipped);
foreach (KlingModel model in Clips.Models.Where(model => model.RequestType is not null))
{
    Console.WriteLine($"{model} {model.RequestType!.Assembly.GetName().Name}");
}

// Nothing of the packages' types was made again in this project.
Console.WriteLine($"made here: {typeof(Program).Assembly.GetTypes().Count(type => type.FullName!.Contains("Models", StringComparison.Ordinal))}");
