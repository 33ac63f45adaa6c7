namespace Kling.Benchmarks;
internal static class FullRun { public static Task<int> WriteAsync() => Task.FromResult(0); }
