namespace Kling.Cli;

/// <summary>What a change of a schema file affects.</summary>
internal enum ChangeClass
{
    /// <summary>Which requests are valid.</summary>
    Wire,

    /// <summary>Code that uses the generated types.</summary>
    Source,

    /// <summary>What a valid request does, costs or returns.</summary>
    Behaviour,
}
