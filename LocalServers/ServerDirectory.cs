using System.Security.Cryptography;
using System.Text;

namespace Journease.LocalServers;

internal static class ServerDirectory
{
    /// <summary>A place that every account can reach, the same one for the same path.</summary>
    public static string InVarTmp(string path)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16];
        return $"/var/tmp/journease-{key}";
    }
}
