using System.Security.Cryptography;
using System.Text;
using Journease.Sealing;

namespace Journease.Identity.Throttling;

/// <summary>What is counted where somebody has to show who they are. All of it is the same whether there is such an account or not.</summary>
internal sealed class Limits(BlindIndex index, KnownDevice devices)
{
    /// <summary>
    /// For a password that is tried. A device on which the person has signed in before has a count of its own, and no other: what
    /// strangers try elsewhere does not make the owner wait.
    /// </summary>
    public IReadOnlyCollection<Limit> SigningIn(HttpContext http, string email)
    {
        var account = AccountKey(email);
        if (devices.IdFor(http, account) is { } device)
        {
            return [new(Hash("device", account, device), TimeSpan.FromSeconds(12), AtOnce: 5)];
        }
        var address = ClientAddress.Of(http);
        return
        [
            new(Hash("pair", account, address), TimeSpan.FromSeconds(12), AtOnce: 5),
            new(Hash("account", account), TimeSpan.FromSeconds(6), AtOnce: 10),
            new(Hash("address", address), TimeSpan.FromSeconds(3), AtOnce: 20),
        ];
    }

    /// <summary>For a letter that somebody asks for: nobody's post box is filled, and no address fills many.</summary>
    public IReadOnlyCollection<Limit> AskingForMail(HttpContext http, string email) =>
    [
        new(Hash("mail", AccountKey(email)), TimeSpan.FromMinutes(20), AtOnce: 3),
        new(Hash("mail-from", ClientAddress.Of(http)), TimeSpan.FromMinutes(2), AtOnce: 20),
    ];

    public string AccountKey(string email) => Convert.ToHexString(index.OfEmail(email));

    private static byte[] Hash(params string[] parts) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', parts)));
}
