namespace Kling.Emulator;

/// <summary>The faults asked for, each with the requests that it is for and how often it still happens.</summary>
internal sealed class FaultRules
{
    private readonly object _gate = new();
    private readonly List<Rule> _rules = [];

    public void Add(Func<EmulatorRequest, bool> matches, EmulatorFault fault, int? times)
    {
        lock (_gate)
        {
            _rules.Add(new Rule(matches, fault) { Left = times });
        }
    }

    /// <summary>The first fault, in the order they were added, that is for the request; it has then happened once more.</summary>
    public EmulatorFault? Take(EmulatorRequest request)
    {
        lock (_gate)
        {
            Rule? rule = _rules.Find(rule => rule.Left is not 0 && rule.Matches(request));
            if (rule is null)
            {
                return null;
            }

            rule.Left--;
            return rule.Fault;
        }
    }

    private sealed record Rule(Func<EmulatorRequest, bool> Matches, EmulatorFault Fault)
    {
        public int? Left { get; set; }
    }
}
