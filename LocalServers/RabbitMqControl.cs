using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Journease.LocalServers;

/// <summary>Makes and deletes virtual hosts of a private broker, from any process of the same account.</summary>
/// <remarks>
/// erl_call speaks to the broker directly and answers in milliseconds; rabbitmqctl would start an Erlang
/// machine of its own for two seconds, the management plugin would cost as much at every start.
/// </remarks>
public sealed partial class RabbitMqControl(string dataDirectory)
{
    /// <summary>The directory of the broker.</summary>
    public string DataDirectory { get; } = dataDirectory;

    public Task AddVirtualHostAsync(string name, string user, CancellationToken ct = default) =>
        CallAsync(
            $"ok = rabbit_vhost:add(<<\"{Plain(name)}\">>, <<\"local\">>), " +
            $"ok = rabbit_auth_backend_internal:set_permissions(<<\"{Plain(user)}\">>, <<\"{name}\">>, " +
            "<<\".*\">>, <<\".*\">>, <<\".*\">>, <<\"local\">>).", ct);

    public Task DeleteVirtualHostAsync(string name, CancellationToken ct = default) =>
        CallAsync($"ok = rabbit_vhost:delete(<<\"{Plain(name)}\">>, <<\"local\">>).", ct);

    internal async Task<bool> AcceptsAsync(string user, string password, CancellationToken ct) =>
        await AskAsync(
            "element(1, rabbit_access_control:check_user_pass_login(" +
            $"<<{RabbitMqFiles.Quote(user)}>>, <<{RabbitMqFiles.Quote(password)}>>)).", ct) == "{ok, ok}";

    private async Task CallAsync(string expression, CancellationToken ct)
    {
        var answer = await AskAsync(expression, ct);
        if (answer != "{ok, ok}")
        {
            throw new InvalidOperationException($"RabbitMQ refused: {answer}");
        }
    }

    private async Task<string> AskAsync(string expression, CancellationToken ct)
    {
        var files = new RabbitMqFiles(DataDirectory);
        var start = new ProcessStartInfo(FindErlCall())
        {
            // A name of its own for every call, so that many may be made at once.
            ArgumentList = { "-h", $"call{Guid.CreateVersion7():n}", "-address", $"127.0.0.1:{files.ControlPort()}", "-timeout", "30", "-e" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in files.Variables(epmdPort: 0))
        {
            start.Environment[name] = value;
        }

        using var call = Process.Start(start)!;
        await call.StandardInput.WriteLineAsync(expression.AsMemory(), ct);
        call.StandardInput.Close();
        var answer = await call.StandardOutput.ReadToEndAsync(ct) + await call.StandardError.ReadToEndAsync(ct);
        await call.WaitForExitAsync(ct);
        return answer.Trim();
    }

    private static string FindErlCall() =>
        Directory.GetDirectories("/usr/lib/erlang", "erts-*").Select(d => $"{d}/bin/erl_call").FirstOrDefault(File.Exists)
        ?? throw new ServerStartException("Erlang's erl_call is not installed: apt-get install erlang-base.");

    /// <summary>Names become part of an Erlang expression, so they are held to harmless characters.</summary>
    private static string Plain(string name) =>
        PlainName().IsMatch(name) ? name : throw new ArgumentException($"{name} has characters other than a-z, 0-9, - and _.");

    [GeneratedRegex("^[A-Za-z0-9_-]+$")]
    private static partial Regex PlainName();
}
