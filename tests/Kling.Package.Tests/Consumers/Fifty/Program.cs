using Fifty.Models;

Console.WriteLine(KlingModels.All.Count);
Console.WriteLine(new Clip50Request { Prompt = "The last of them." });
