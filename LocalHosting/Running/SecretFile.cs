using System.Text.Json;

namespace Journease.LocalHosting.Running;

/// <summary>Generated secrets, kept in a file that only its owner reads, so that data of an earlier run can be opened again.</summary>
internal sealed class SecretFile(StateDirectory state)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    private readonly Lock gate = new();
    private SortedDictionary<string, string>? secrets;

    public string Path => System.IO.Path.Combine(state.Data, "secrets.json");

    public string GetOrMake(string key, Func<string> make)
    {
        lock (gate)
        {
            secrets ??= Read();
            if (!secrets.TryGetValue(key, out var secret))
            {
                secrets[key] = secret = make();
                Write();
            }
            return secret;
        }
    }

    private SortedDictionary<string, string> Read() => File.Exists(Path)
        ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(Path))!
        : [];

    private void Write()
    {
        Directory.CreateDirectory(state.Data);
        // Complete under another name first: a half-written file would lock the data for good.
        var unfinished = Path + ".new";
        File.Delete(unfinished);
        using (var stream = new FileStream(unfinished, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        }))
        {
            JsonSerializer.Serialize(stream, secrets, Readable);
        }
        File.Move(unfinished, Path, overwrite: true);
    }
}
