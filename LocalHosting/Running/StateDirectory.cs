using Aspire.Hosting;
using Journease.LocalServers;
using Microsoft.Extensions.Configuration;

namespace Journease.LocalHosting.Running;

/// <summary>Where one AppHost keeps data, secrets and logs; only one run at a time uses it.</summary>
/// <remarks>A test gets a directory of its own that goes away with it.</remarks>
internal sealed class StateDirectory(string lasting, IConfiguration configuration, bool isTest) : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode PassThrough = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly Lock gate = new();
    private FileStream? held;
    private string? root;

    public string Data => Path.Combine(Root, "data");

    public string Logs => Path.Combine(Root, "logs");

    /// <summary>Tells scripts where everything is, once it is.</summary>
    public string Addresses => Path.Combine(Root, "run.json");

    public bool IsOpen => root is not null;

    private string Root => root ?? Open();

    public string Open()
    {
        lock (gate)
        {
            return root ??= isTest ? Directory.CreateTempSubdirectory("journease-test-").FullName : OpenLasting();
        }
    }

    public string Make(string name)
    {
        var directory = Path.Combine(Data, name);
        // PostgreSQL's account passes through on its way to its own directory below.
        Directory.CreateDirectory(directory, OwnerOnly);
        foreach (var above in new[] { Root, Data })
        {
            File.SetUnixFileMode(above, File.GetUnixFileMode(above) | PassThrough);
        }
        return directory;
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (held is not null)
            {
                File.Delete(Addresses);
                held.Dispose();
                held = null;
            }
            if (isTest && root is not null)
            {
                Directory.Delete(root, recursive: true);
                root = null;
            }
        }
    }

    private string OpenLasting()
    {
        Directory.CreateDirectory(lasting);
        var lockFile = Path.Combine(lasting, "run.lock");
        try
        {
            held = new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new DistributedApplicationException(
                $"Another run of this application uses the data in {lasting}; stop it first.");
        }
        File.Delete(Path.Combine(lasting, "run.json"));
        var logs = Path.Combine(lasting, "logs");
        if (Directory.Exists(logs))
        {
            Directory.Delete(logs, recursive: true);
        }
        Directory.CreateDirectory(logs, OwnerOnly);
        if (configuration.GetValue<bool>("fresh"))
        {
            DeleteData(Path.Combine(lasting, "data"));
        }
        return lasting;
    }

    private static void DeleteData(string data)
    {
        if (!Directory.Exists(data))
        {
            return;
        }
        // PostgreSQL's data may lie elsewhere than asked; of the others only the directory is there.
        foreach (var server in Directory.GetDirectories(data))
        {
            PostgresServer.DeleteData(server);
        }
        Directory.Delete(data, recursive: true);
    }
}
