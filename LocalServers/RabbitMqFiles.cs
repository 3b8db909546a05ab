using System.Globalization;

namespace Journease.LocalServers;

/// <summary>A private broker's directory: configuration, cookie, data, and the environment that points at them.</summary>
internal sealed class RabbitMqFiles
{
    public const string Node = "journease@localhost";
    private const UnixFileMode OwnerReads = UnixFileMode.UserRead;
    private const UnixFileMode OwnerWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public RabbitMqFiles(string directory)
    {
        Directory = System.IO.Directory.CreateDirectory(
            Path.GetFullPath(directory), OwnerWrites | UnixFileMode.UserExecute).FullName;
        Secret.Kept(In(".erlang.cookie"), OwnerReads);
    }

    public string Directory { get; }

    public string Log => In("rabbitmq.log");

    public string Password => In("password");

    public void WriteConfiguration(RabbitMqOptions options, int port, int distributionPort, string password)
    {
        // Erlang terms: the newer format starts an interpreter for its schema and costs two seconds.
        Secret.Write(In("rabbitmq.config"), $$$"""
            [{rabbit, [
              {tcp_listeners, [{"127.0.0.1", {{{port}}}}]},
              {default_user, <<{{{Quote(options.User)}}}>>},
              {default_pass, <<{{{Quote(password)}}}>>},
              {default_user_tags, [administrator]},
              {default_permissions, [<<".*">>, <<".*">>, <<".*">>]},
              {vm_memory_high_watermark, {absolute, "768MiB"}},
              {disk_free_limit, {absolute, "50MB"}}
            ]}].

            """, OwnerWrites);
        Secret.Write(In("enabled_plugins"), "[].\n", OwnerWrites);
        // Read by those who control the broker from another process.
        Secret.Write(In("control-port"), distributionPort.ToString(CultureInfo.InvariantCulture), OwnerWrites);
    }

    public int ControlPort() => int.Parse(File.ReadAllText(In("control-port")), CultureInfo.InvariantCulture);

    public Dictionary<string, string> Variables(int epmdPort) => new()
    {
        ["PATH"] = "/usr/lib/erlang/bin:/usr/local/bin:/usr/bin:/bin",
        ["HOME"] = Directory, // holds the cookie
        ["LANG"] = "C.UTF-8",
        ["ERL_EPMD_PORT"] = epmdPort.ToString(CultureInfo.InvariantCulture),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
    };

    public Dictionary<string, string> ServerVariables(int epmdPort, int distributionPort) => new(Variables(epmdPort))
    {
        ["RUNNING_UNDER_SYSTEMD"] = "true", // the broker becomes the child itself, without a script in between
        ["RABBITMQ_NODENAME"] = Node,
        ["RABBITMQ_CONF_ENV_FILE"] = In("none.conf"),
        ["RABBITMQ_CONFIG_FILE"] = In("rabbitmq.config"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = In("none.config"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = In("enabled_plugins"),
        ["RABBITMQ_MNESIA_BASE"] = In("data"),
        ["RABBITMQ_LOG_BASE"] = In("log"),
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_PID_FILE"] = In("pid"),
        ["RABBITMQ_DIST_PORT"] = distributionPort.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
    };

    /// <summary>The text as an Erlang string.</summary>
    public static string Quote(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private string In(string name) => Path.Combine(Directory, name);
}
