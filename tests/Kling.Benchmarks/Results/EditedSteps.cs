using Kling.Benchmarks.Generator;

namespace Kling.Benchmarks.Results;

/// <summary>The steps that each kind of edit takes.</summary>
internal sealed record EditedSteps(StepCounts CSharp, StepCounts Schema, StepCounts WhiteSpace);
