using System.Diagnostics;
using Npgsql;

namespace Journease.LocalServers;

/// <summary>A PostgreSQL of our own, run from the machine's package, reachable from this machine only.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    private readonly PostgresOptions options;
    private readonly PostgresFiles files;
    private readonly ReservedPort? reserved;
    private readonly RunningMark mark;
    private readonly ServerLog log;
    private readonly string password;
    private GuardedProcess? process;

    private PostgresServer(PostgresOptions options, PostgresFiles files, RunningMark mark)
    {
        this.mark = mark;
        this.options = options;
        this.files = files;
        reserved = options.Port == 0 ? ReservedPort.Take() : null;
        Port = reserved?.Number ?? options.Port;
        log = new ServerLog(files.Log, options.OnLog);
        password = options.Password
            ?? Secret.Kept(files.Password, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public int Port { get; }

    /// <summary>As the superuser, to the database postgres.</summary>
    public string ConnectionString => ConnectionStringTo("postgres", options.User, password);

    /// <summary>Where everything of this server lies; see <see cref="Moved"/>.</summary>
    public string DataDirectory => files.Directory;

    /// <summary>One sentence where the data had to lie elsewhere than asked.</summary>
    public string? Moved => files.Moved;

    public string LogFile => log.File;

    public int ProcessId => process?.Id ?? 0;

    /// <summary>Completes when the server's process ends, asked or not.</summary>
    public Task<int> Exited => process?.Exited ?? Task.FromResult(0);

    /// <summary>Starts the server and returns when it answers a query.</summary>
    public static async Task<PostgresServer> StartAsync(PostgresOptions options, CancellationToken ct = default)
    {
        var files = await PostgresFiles.PrepareAsync(options, ct);
        var mark = await RunningMark.TakeAsync("PostgreSQL", files.Directory, ct);
        var server = new PostgresServer(options, files, mark);
        try
        {
            await files.MakeClusterAsync(options, server.password, ct);
            await server.StartAgainAsync(ct);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Forgets everything of a server that does not run, also where its data had to lie elsewhere.</summary>
    public static void DeleteData(string dataDirectory)
    {
        foreach (var directory in PostgresAccount.DirectoriesFor(Path.GetFullPath(dataDirectory)).Where(Directory.Exists))
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    public string ConnectionStringTo(string database, string user, string userPassword) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Database = database,
            Username = user,
            Password = userPassword,
        }.ConnectionString;

    /// <summary>After a stop or a kill: the same data, port and password.</summary>
    public async Task StartAgainAsync(CancellationToken ct = default)
    {
        await StopAsync();
        if (!ReservedPort.IsFree(Port))
        {
            throw new ServerStartException($"PostgreSQL cannot start, because port {Port} is taken by another program.");
        }
        files.EndLeftBackends();
        log.Begin();
        process = GuardedProcess.Start(files.Server(options, Port, log.Write));
        mark.Note(process.Id);
        await WaitUntilReadyAsync(process, ct);
    }

    /// <summary>Ends it in good order.</summary>
    public Task StopAsync() => process?.StopAsync(StopLimit) ?? Task.CompletedTask;

    /// <summary>kill -9 of the server, as a power failure would.</summary>
    public Task KillAsync() => process?.KillAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        reserved?.Dispose();
        mark.Dispose();
    }

    private async Task WaitUntilReadyAsync(GuardedProcess started, CancellationToken ct)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, Timeout = 5 }.ConnectionString;
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(unpooled);
                await connection.OpenAsync(ct);
                await using var query = new NpgsqlCommand("select 1", connection);
                await query.ExecuteScalarAsync(ct);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidPassword)
            {
                throw new ServerStartException(
                    $"The PostgreSQL data in {files.Directory} were made with another password; restore it or delete the directory.", e);
            }
            catch (NpgsqlException) when (!started.Exited.IsCompleted && waited.Elapsed < ReadyLimit)
            {
                await Task.WhenAny(started.Exited, Task.Delay(PollInterval, ct));
                ct.ThrowIfCancellationRequested();
            }
            catch (NpgsqlException e)
            {
                throw new ServerStartException(
                    $"PostgreSQL did not start; its log, {log.File}, ends with:{log.LastLines()}", e);
            }
        }
    }
}
