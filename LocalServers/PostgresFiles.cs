namespace Journease.LocalServers;

/// <summary>Where a private PostgreSQL's programs and data lie.</summary>
internal sealed class PostgresFiles
{
    private const string Packages = "/usr/lib/postgresql";
    private const int LongestSocketPath = 90;

    private readonly string programs;

    private PostgresFiles(string directory, string programs, string? moved)
    {
        Directory = directory;
        this.programs = programs;
        Moved = moved;
    }

    public string Directory { get; }

    /// <summary>One sentence where the data had to lie elsewhere than asked.</summary>
    public string? Moved { get; }

    public string Log => Path.Combine(Directory, "postgres.log");

    public string Password => Path.Combine(Directory, "password");

    private string Data => Path.Combine(Directory, "data");

    private string Sockets => Path.Combine(Directory, "socket");

    public static async Task<PostgresFiles> PrepareAsync(PostgresOptions options, CancellationToken ct)
    {
        var newest = FindPrograms(options.Programs, null);
        var asked = Path.GetFullPath(options.DataDirectory);
        var directory = await PostgresAccount.MakeDirectoryAsync(asked, ct);
        var version = Path.Combine(directory, "data", "PG_VERSION");
        return new PostgresFiles(
            directory,
            File.Exists(version) ? FindPrograms(options.Programs, File.ReadAllText(version).Trim()) : newest,
            directory == asked ? null : $"PostgreSQL keeps its data in {directory}, because its account cannot enter {asked}.");
    }

    public async Task MakeClusterAsync(PostgresOptions options, string password, CancellationToken ct)
    {
        if (System.IO.Directory.Exists(Data))
        {
            return;
        }

        // Under another name until it is complete, so that an interrupted start leaves no half cluster.
        var unfinished = Data + ".new";
        if (System.IO.Directory.Exists(unfinished))
        {
            System.IO.Directory.Delete(unfinished, recursive: true);
        }
        var passwordFile = Path.Combine(Directory, "initdb-password");
        Secret.Write(passwordFile, password, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await PostgresAccount.GiveAsync(passwordFile, ct);
        List<string> arguments =
        [
            "-D", unfinished, "-U", options.User, "--pwfile", passwordFile, "-E", "UTF8", "--locale=C.UTF-8",
            "--auth-local=trust", "--auth-host=scram-sha-256",
        ];
        if (!options.Durable)
        {
            arguments.Add("--no-sync");
        }
        var (command, all) = PostgresAccount.Run(Path.Combine(programs, "initdb"), arguments);
        var made = await ToolRun.RunAsync(command, all, PostgresAccount.Variables, ct);
        File.Delete(passwordFile);
        if (made.ExitCode != 0)
        {
            throw new ServerStartException($"PostgreSQL could not make its data directory in {Directory}:\n{made.Output}");
        }
        await PostgresAccount.MakeSubdirectoryAsync(Sockets, ct);
        System.IO.Directory.Move(unfinished, Data);
    }

    public GuardedProcessOptions Server(PostgresOptions options, int port, Action<string> log)
    {
        List<string> settings =
        [
            $"port={port}", "listen_addresses=127.0.0.1", $"max_connections={options.MaxConnections}",
            // Trusted without a password, but only who may enter the 0700 directory gets there.
            $"unix_socket_directories={(Sockets.Length < LongestSocketPath ? Sockets : "")}",
            // Health information stays out of the log: no statements, no values of the rows in the way.
            "log_error_verbosity=terse", "log_min_error_statement=panic", "timezone=UTC", "log_timezone=UTC", "jit=off",
        ];
        if (!options.Durable)
        {
            settings.AddRange(["fsync=off", "synchronous_commit=off", "full_page_writes=off"]);
        }
        var (command, arguments) = PostgresAccount.Run(
            Path.Combine(programs, "postgres"), ["-D", Data, .. settings.SelectMany(s => new[] { "-c", s })]);
        return new GuardedProcessOptions
        {
            Command = command,
            Arguments = arguments,
            Environment = PostgresAccount.Variables,
            WorkingDirectory = "/",
            StopSignal = ProcessSignal.Interrupt, // closes connections; Terminate would wait for every client to leave
            OnOutput = log,
            OnError = log,
        };
    }

    /// <summary>After a kill -9 of the server a backend in the middle of a query may live on and hold its memory.</summary>
    public void EndLeftBackends()
    {
        foreach (var process in System.IO.Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(process), out var id)
                && new FileInfo($"{process}/cwd").LinkTarget == Data)
            {
                Posix.SignalProcess(id, ProcessSignal.Kill);
            }
        }
    }

    private static string FindPrograms(string? given, string? version)
    {
        string[] candidates = given is not null ? [given]
            : version is not null ? [$"{Packages}/{version}/bin"]
            : System.IO.Directory.Exists(Packages)
                ? [.. System.IO.Directory.GetDirectories(Packages)
                    .OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var number) ? number : 0)
                    .Select(d => $"{d}/bin")]
                : [];
        return candidates.FirstOrDefault(d => File.Exists(Path.Combine(d, "postgres")))
            ?? throw new ServerStartException(
                $"PostgreSQL {version ?? "15"} is not installed: apt-get install postgresql-{version ?? "15"}.");
    }
}
