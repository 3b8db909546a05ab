using System.Diagnostics;

namespace Journease.LocalServers;

/// <summary>A RabbitMQ of our own, run from the machine's package, reachable from this machine only.</summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly RabbitMqOptions options;
    private readonly RabbitMqFiles files;
    private readonly ReservedPort? reserved;
    private readonly ReservedPort distribution = ReservedPort.Take();
    private readonly ReservedPort epmdPort = ReservedPort.Take();
    private readonly RunningMark mark;
    private readonly ServerLog log;
    private readonly string password;
    private GuardedProcess? epmd;
    private GuardedProcess? broker;

    private RabbitMqServer(RabbitMqOptions options, RabbitMqFiles files, RunningMark mark)
    {
        this.options = options;
        this.files = files;
        this.mark = mark;
        reserved = options.Port == 0 ? ReservedPort.Take() : null;
        Port = reserved?.Number ?? options.Port;
        log = new ServerLog(files.Log, options.OnLog);
        password = options.Password
            ?? Secret.Kept(files.Password, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Control = new RabbitMqControl(files.Directory);
    }

    public int Port { get; }

    /// <summary>With user and password, to the virtual host "/".</summary>
    public Uri AmqpUri => new($"amqp://{Uri.EscapeDataString(options.User)}:{Uri.EscapeDataString(password)}@127.0.0.1:{Port}");

    public string DataDirectory => files.Directory;

    public string LogFile => log.File;

    public int ProcessId => broker?.Id ?? 0;

    public int NameServerProcessId => epmd?.Id ?? 0;

    /// <summary>Makes and deletes virtual hosts.</summary>
    public RabbitMqControl Control { get; }

    /// <summary>Completes when the broker's process ends, asked or not.</summary>
    public Task<int> Exited => broker?.Exited ?? Task.FromResult(0);

    /// <summary>Starts the broker and returns when it answers a client's greeting.</summary>
    public static async Task<RabbitMqServer> StartAsync(RabbitMqOptions options, CancellationToken ct = default)
    {
        if (!File.Exists(Path.Combine(options.Programs, "rabbitmq-server")) || !File.Exists("/usr/bin/epmd"))
        {
            throw new ServerStartException("RabbitMQ is not installed: apt-get install rabbitmq-server.");
        }
        var files = new RabbitMqFiles(options.DataDirectory);
        var mark = await RunningMark.TakeAsync("RabbitMQ", files.Directory, ct);
        var server = new RabbitMqServer(options, files, mark);
        try
        {
            await server.StartAgainAsync(ct);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Forgets everything of a broker that does not run.</summary>
    public static void DeleteData(string dataDirectory)
    {
        if (Directory.Exists(dataDirectory))
        {
            Directory.Delete(dataDirectory, recursive: true);
        }
    }

    /// <summary>After a stop or a kill: the same data, port and password.</summary>
    public async Task StartAgainAsync(CancellationToken ct = default)
    {
        await StopAsync();
        if (!ReservedPort.IsFree(Port))
        {
            throw new ServerStartException($"RabbitMQ cannot start, because port {Port} is taken by another program.");
        }
        log.Begin();
        files.WriteConfiguration(options, Port, distribution.Number, password);
        // Erlang's name server is started first: one that the broker starts itself stays behind for ever.
        epmd = await StartEpmdAsync(ct);
        broker = GuardedProcess.Start(new GuardedProcessOptions
        {
            Command = Path.Combine(options.Programs, "rabbitmq-server"),
            Environment = files.ServerVariables(epmdPort.Number, distribution.Number),
            WorkingDirectory = files.Directory,
            OnOutput = log.Write,
            OnError = log.Write,
        });
        mark.Note(broker.Id);
        await WaitUntilReadyAsync(broker, ct);
        if (!await Control.AcceptsAsync(options.User, password, ct))
        {
            throw new ServerStartException(
                $"The RabbitMQ data in {files.Directory} were made with another password; restore it or delete the directory.");
        }
    }

    /// <summary>Whether the broker answers a client's greeting now.</summary>
    public Task<bool> AnswersAsync(CancellationToken ct = default) => TcpAnswer.IsAmqpAsync(Port, ct);

    /// <summary>Ends it in good order.</summary>
    public async Task StopAsync()
    {
        await (broker?.StopAsync(StopLimit) ?? Task.CompletedTask);
        await (epmd?.KillAsync() ?? Task.CompletedTask);
    }

    /// <summary>kill -9 of the broker, as a power failure would.</summary>
    public Task KillAsync() => broker?.KillAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        reserved?.Dispose();
        distribution.Dispose();
        epmdPort.Dispose();
        mark.Dispose();
    }

    private async Task<GuardedProcess> StartEpmdAsync(CancellationToken ct)
    {
        var started = GuardedProcess.Start(new GuardedProcessOptions
        {
            Command = "/usr/bin/epmd",
            Environment = files.Variables(epmdPort.Number),
            WorkingDirectory = "/",
            OnError = log.Write,
        });
        while (!await TcpAnswer.IsAcceptedAsync(epmdPort.Number, ct))
        {
            await DelayUnlessGoneAsync(started, "Erlang's name server epmd", ct);
        }
        return started;
    }

    private async Task WaitUntilReadyAsync(GuardedProcess started, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (!await TcpAnswer.IsAmqpAsync(Port, ct))
        {
            if (waited.Elapsed > ReadyLimit)
            {
                throw new ServerStartException(
                    $"RabbitMQ is not ready after {ReadyLimit.TotalSeconds} s; its log, {log.File}, ends with:{log.LastLines()}");
            }
            await DelayUnlessGoneAsync(started, "RabbitMQ", ct);
        }
    }

    private async Task DelayUnlessGoneAsync(GuardedProcess started, string name, CancellationToken ct)
    {
        await Task.WhenAny(started.Exited, Task.Delay(PollInterval, ct));
        ct.ThrowIfCancellationRequested();
        if (started.Exited.IsCompleted)
        {
            throw new ServerStartException($"{name} did not start; its log, {log.File}, ends with:{log.LastLines()}");
        }
    }
}
