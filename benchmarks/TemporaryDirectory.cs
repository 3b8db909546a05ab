using Journease.LocalServers;

namespace Journease.Benchmarks;

internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("journease-bench-").FullName;

    public void Dispose()
    {
        // Where this is run as root, PostgreSQL's data lie elsewhere and would stay.
        PostgresServer.DeleteData(System.IO.Path.Combine(Path, "postgres"));
        Directory.Delete(Path, recursive: true);
    }
}
