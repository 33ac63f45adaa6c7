using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Aot.Models;
using Kling;
using Kling.Models;

var options = new JsonSerializerOptions
{
    TypeInfoResolver = JsonTypeInfoResolver.Combine(Aot.Models.KlingModels.JsonTypeInfoResolver, Kling.Models.KlingModels.JsonTypeInfoResolver),
};
var typeInfo = (JsonTypeInfo<NativeClipRequest>)options.GetTypeInfo(typeof(NativeClipRequest));
NativeClipRequest request = JsonSerializer.Deserialize("""{"prompt":"A clip.","seconds":7}""", typeInfo)!;
Console.WriteLine(JsonSerializer.Serialize(request, typeInfo));
foreach (KlingViolation violation in (request with { Seconds = int.Parse(args[0]) }).Validate())
{
    Console.WriteLine(violation);
}

KlingO3Text2VideoRequest shipped = KlingO3Text2VideoRequest.CreateBuilder(prompt: "An eagle.").WithDuration(KlingO3Text2VideoDuration.Seconds10).Build();
Console.WriteLine(shipped);
