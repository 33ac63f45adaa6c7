foreach (Kling.KlingModel model in kling.Models.KlingModels.All)
{
    Console.WriteLine($"{model.Slug}: {model.RequestType?.Name}");
}
