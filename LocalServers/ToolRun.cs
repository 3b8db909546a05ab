using System.Text;

namespace Journease.LocalServers;

/// <summary>A short command run to its end.</summary>
internal sealed record ToolRun(int ExitCode, string Output)
{
    public static async Task<ToolRun> RunAsync(
        string command, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, CancellationToken ct)
    {
        var output = new StringBuilder();
        void Hear(string line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }

        await using var process = GuardedProcess.Start(new GuardedProcessOptions
        {
            Command = command,
            Arguments = arguments,
            Environment = environment,
            WorkingDirectory = "/",
            OnOutput = Hear,
            OnError = Hear,
        });
        var code = await process.Exited.WaitAsync(ct);
        return new ToolRun(code, output.ToString().Trim());
    }
}
