namespace Journease.Benchmarks;

internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("journease-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
