using Journease.Contracts.Intake;
using Journease.Messaging;

namespace Journease.Intake.Consents;

/// <summary>A client has agreed to one exact text, and can take it back at any time.</summary>
internal sealed class Consent : Aggregate
{
    private Consent() { } // for EF Core

    public Guid ClientId { get; private init; }
    public string Kind { get; private init; } = null!;
    public int DocumentVersion { get; private init; }

    /// <summary>SHA-256 of the exact text that was shown.</summary>
    public string TextHash { get; private init; } = null!;
    public DateTimeOffset SignedAt { get; private init; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <param name="clientId">Who signs.</param>
    /// <param name="document">The current version of the text.</param>
    /// <param name="shownVersion">The version that the person was shown.</param>
    /// <param name="shownHash">The hash of the text that the person was shown.</param>
    /// <param name="now">The instant of signing.</param>
    public static Consent Sign(Guid clientId, ConsentDocument document, int shownVersion, string shownHash, DateTimeOffset now)
    {
        if (shownVersion != document.Version)
        {
            throw ConsentProblems.VersionWrong.Broken($"Read version {document.Version} and sign that.", "documentVersion");
        }
        if (!string.Equals(shownHash, document.TextHash, StringComparison.OrdinalIgnoreCase))
        {
            throw ConsentProblems.TextDiffers.Broken("Fetch the text again and show it exactly as it is.", "textHash");
        }

        var consent = new Consent
        {
            ClientId = clientId,
            Kind = document.Kind,
            DocumentVersion = document.Version,
            TextHash = document.TextHash,
            SignedAt = now,
        };
        consent.Announce(new ConsentSigned { SubjectId = clientId, Kind = document.Kind, DocumentVersion = document.Version });
        return consent;
    }

    /// <summary>Taking back twice changes nothing.</summary>
    public void Withdraw(DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
        {
            return;
        }

        WithdrawnAt = now;
        Announce(new ConsentWithdrawn { SubjectId = ClientId, Kind = Kind });
    }
}
