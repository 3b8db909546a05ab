using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Journease.Portal.ReachOut;

/// <summary>
/// The address of the page that confirms an inquiry. It carries who answers and when, protected so that nobody can make
/// the page say something else; nothing about the person is in it.
/// </summary>
internal sealed class ReceiptAddress(IDataProtectionProvider protection)
{
    public const string Path = "/reach-out/received";

    private readonly IDataProtector protector = protection.CreateProtector("Journease.Portal.Receipt");

    public string For(Receipt? receipt) =>
        receipt is null ? Path : $"{Path}?answer={Uri.EscapeDataString(protector.Protect(JsonSerializer.Serialize(receipt)))}";

    /// <summary>What was put into the address, or null where it is missing or not ours.</summary>
    public Receipt? Read(string? answer)
    {
        try
        {
            return string.IsNullOrEmpty(answer) ? null : JsonSerializer.Deserialize<Receipt>(protector.Unprotect(answer));
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }
}
