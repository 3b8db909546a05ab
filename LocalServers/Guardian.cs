using System.Diagnostics;

namespace Journease.LocalServers;

/// <summary>
/// One small shell beside this process that ends every guarded process when this process is gone, however it went.
/// </summary>
/// <remarks>
/// The shell reads a pipe that only this process holds open, so that even kill -9 is noticed at once.
/// (PR_SET_PDEATHSIG is bound to the starting thread, which in .NET may end at any time.) Should the
/// shell itself be killed, another takes its place and is told of everything that runs.
/// </remarks>
internal static class Guardian
{
    private const string Script = """
        trap '' INT TERM HUP
        guarded=
        while read -r what id signal; do
          rest=
          for g in $guarded; do [ "${g%%:*}" = "$id" ] || rest="$rest $g"; done
          guarded=$rest
          [ "$what" = "+" ] && guarded="$guarded $id:$signal"
        done
        for g in $guarded; do kill -s "${g#*:}" "${g%%:*}"; done
        tries=0
        while [ "$tries" -lt 15 ]; do
          alive=
          for g in $guarded; do kill -s 0 "${g%%:*}" && alive=yes; done
          [ "$alive" ] || break
          tries=$((tries + 1))
          sleep 0.1
        done
        for g in $guarded; do kill -s 9 -- "-${g%%:*}"; done
        """;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<int, ProcessSignal> Guarded = [];
    private static Process? shell;

    public static void Add(int processId, ProcessSignal stopSignal)
    {
        lock (Gate)
        {
            Guarded[processId] = stopSignal;
            if (shell is { HasExited: false })
            {
                Tell($"+ {processId} {(int)stopSignal}");
            }
            else
            {
                StartShell();
            }
        }
    }

    public static void Remove(int processId)
    {
        lock (Gate)
        {
            Guarded.Remove(processId);
            Tell($"- {processId}");
        }
    }

    private static void StartShell()
    {
        var start = new ProcessStartInfo("/usr/bin/setsid")
        {
            // A session of its own: Ctrl-C and a closed terminal do not reach it.
            ArgumentList = { "/bin/sh", "-c", $"exec >/dev/null 2>&1\n{Script}", "journease-guardian" },
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";

        var started = Process.Start(start)!;
        started.EnableRaisingEvents = true;
        started.Exited += (_, _) => Replace(started);
        shell = started;
        foreach (var (id, signal) in Guarded)
        {
            Tell($"+ {id} {(int)signal}");
        }
    }

    private static void Replace(Process gone)
    {
        lock (Gate)
        {
            if (shell == gone && Guarded.Count > 0)
            {
                StartShell();
            }
        }
    }

    private static void Tell(string line)
    {
        try
        {
            shell!.StandardInput.WriteLine(line);
            shell.StandardInput.Flush();
        }
        catch (IOException)
        {
            // The shell has just been killed; Replace tells the next one everything.
        }
    }
}
