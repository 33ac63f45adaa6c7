namespace Kling.Benchmarks.Generator;
internal static class ColdStart { public static int Measure(string s) { Console.WriteLine(s); return 0; } }
