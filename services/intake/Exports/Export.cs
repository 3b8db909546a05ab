using Journease.Messaging;
using Journease.Sealing;

namespace Journease.Intake.Exports;

internal enum ExportState
{
    Gathering,
    Ready,

    /// <summary>Its time is over, or its account is closed: nothing of it is kept.</summary>
    Deleted,
}

/// <summary>A person's copy of everything about them: gathered from all services, kept for a few days, then deleted.</summary>
internal sealed class Export : Aggregate
{
    private readonly List<ExportPart> parts = [];

    private Export() { } // for EF Core

    public Guid AccountId { get; private init; }
    public ExportState State { get; private set; }
    public DateTimeOffset RequestedAt { get; private init; }
    public DateTimeOffset? ReadyAt { get; private set; }

    /// <summary>When it is deleted; null while it is gathered.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>When to ask again those who have not answered; claimed by moving it on.</summary>
    public DateTimeOffset DueAt { get; private set; }
    public int Tries { get; private set; }

    /// <summary>The services that did not answer in time.</summary>
    public List<string> NotIncluded { get; private set; } = [];
    public Sealed? Bundle { get; private set; }
    public Sealed? Page { get; private set; }

    public IReadOnlyList<ExportPart> Parts => parts;

    public static Export Request(Guid accountId, IEnumerable<string> services, DateTimeOffset now)
    {
        var export = new Export { AccountId = accountId, RequestedAt = now, DueAt = now };
        export.parts.AddRange(services.Select(service => new ExportPart(service)));
        return export;
    }

    /// <summary>Whoever claims it has so long before another replica takes over.</summary>
    public void Claim(DateTimeOffset until) => (DueAt, Tries) = (until, Tries + 1);

    /// <summary>Waits before the services that have not answered are asked again.</summary>
    public void TryAgain(DateTimeOffset dueAt) => DueAt = dueAt;

    /// <summary>From here on the person can fetch it; the parts are not needed any more.</summary>
    public void Complete(Sealed bundle, Sealed page, DateTimeOffset now, TimeSpan kept)
    {
        NotIncluded = [.. parts.Where(part => part.Content is null).Select(part => part.Service)];
        (State, Bundle, Page, ReadyAt, ExpiresAt) = (ExportState.Ready, bundle, page, now, now + kept);
        parts.Clear();
    }

    /// <summary>Nothing of it is kept but that it was asked for.</summary>
    public void Delete()
    {
        (State, Bundle, Page) = (ExportState.Deleted, null, null);
        parts.Clear();
    }
}

/// <summary>What one service knows, once it has answered.</summary>
internal sealed class ExportPart
{
    private ExportPart() { } // for EF Core

    internal ExportPart(string service) => Service = service;

    public string Service { get; private init; } = null!;

    /// <summary>Its bundle; null until it has answered.</summary>
    public Sealed? Content { get; private set; }

    public void Keep(Sealed content) => Content = content;
}
