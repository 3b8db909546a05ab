namespace Journease.LocalServers;

/// <summary>PostgreSQL refuses to run as root; there it runs as its package's own account.</summary>
internal static class PostgresAccount
{
    private const string Name = "postgres";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly string[] Become = [$"--reuid={Name}", $"--regid={Name}", "--clear-groups"];

    public static IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>
    {
        ["PATH"] = "/usr/bin:/bin",
        ["LANG"] = "C.UTF-8",
        ["TZ"] = "UTC",
    };

    private static bool IsNeeded => Environment.UserName == "root";

    /// <summary>The program with its arguments, run as the account where this process is root.</summary>
    public static (string Command, IReadOnlyList<string> Arguments) Run(string program, IEnumerable<string> arguments) =>
        IsNeeded ? ("/usr/bin/setpriv", [.. Become, program, .. arguments]) : (program, [.. arguments]);

    /// <summary>The directory asked for, or one below /var/tmp where the account cannot reach that.</summary>
    public static async Task<string> MakeDirectoryAsync(string asked, CancellationToken ct)
    {
        Directory.CreateDirectory(asked, OwnerOnly);
        await GiveAsync(asked, ct);
        if (await OwnsAsync(asked, ct))
        {
            return asked;
        }

        var open = ServerDirectory.InVarTmp(asked);
        // Anyone may write there: a directory that is neither new nor the account's own is not trusted.
        if ((await ToolRun.RunAsync("/usr/bin/mkdir", ["-m", "0700", open], Variables, ct)).ExitCode == 0)
        {
            await GiveAsync(open, ct);
        }
        return await OwnsAsync(open, ct)
            ? open
            : throw new ServerStartException($"PostgreSQL cannot use {open}, because it belongs to someone else; delete it.");
    }

    /// <summary>Where the data for a directory may lie.</summary>
    public static IReadOnlyList<string> DirectoriesFor(string asked) => [asked, ServerDirectory.InVarTmp(asked)];

    public static async Task MakeSubdirectoryAsync(string path, CancellationToken ct)
    {
        Directory.CreateDirectory(path, OwnerOnly);
        await GiveAsync(path, ct);
    }

    public static async Task GiveAsync(string path, CancellationToken ct)
    {
        if (!IsNeeded)
        {
            return;
        }
        var given = await ToolRun.RunAsync("/usr/bin/chown", ["--no-dereference", $"{Name}:{Name}", path], Variables, ct);
        if (given.ExitCode != 0)
        {
            throw new ServerStartException(
                $"PostgreSQL needs the account {Name}, which its package makes: apt-get install postgresql-15.");
        }
    }

    private static async Task<bool> OwnsAsync(string directory, CancellationToken ct)
    {
        var (command, arguments) = Run("/usr/bin/test", ["-O", directory, "-a", "-w", directory, "-a", "!", "-L", directory]);
        return (await ToolRun.RunAsync(command, arguments, Variables, ct)).ExitCode == 0;
    }
}
