using Journease.Mail;
using Journease.Sealing;

namespace Journease.Identity.Mail;

/// <summary>A letter on its way to a person who may not have an account yet; its content is sealed with their key.</summary>
internal sealed class OutgoingMail : Outgoing
{
    private OutgoingMail() { } // for EF Core

    /// <summary>Address, subject and text, sealed; gone once it is sent or given up.</summary>
    public Sealed? Content { get; private init; }

    public static OutgoingMail Write(Guid id, Guid owner, string kind, Sealed content, DateTimeOffset now) => new()
    {
        Id = id,
        OwnerId = owner,
        Kind = kind,
        Content = content,
        WrittenAt = now,
        AvailableAt = now,
    };
}
