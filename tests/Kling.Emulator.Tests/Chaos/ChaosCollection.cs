namespace Kling.Emulator.Tests.Chaos;

/// <summary>Alone in the process: exceptions that nobody looks at cannot be told apart by their test.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ChaosCollection
{
    public const string Name = "Chaos";
}
