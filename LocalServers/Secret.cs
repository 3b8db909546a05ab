using System.Security.Cryptography;

namespace Journease.LocalServers;

/// <summary>Generated passwords and cookies, kept in files that only their owner reads.</summary>
internal static class Secret
{
    public static string Make() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The secret kept in the file; made and kept on the first call.</summary>
    public static string Kept(string file, UnixFileMode mode)
    {
        if (!File.Exists(file))
        {
            Write(file, Make(), mode);
        }
        return File.ReadAllText(file);
    }

    public static void Write(string file, string text, UnixFileMode mode)
    {
        File.Delete(file);
        using var stream = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = mode,
        });
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    }
}
