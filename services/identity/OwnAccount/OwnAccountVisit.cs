using Journease.Identity.OpenIdConnect;

namespace Journease.Identity.OwnAccount;

/// <summary>Who is looking at their account in this request, and what they sent; filled in before the act.</summary>
internal sealed class OwnAccountVisit
{
    private SignedInPerson? person;

    public SignedInPerson Person
    {
        get => person ?? throw new InvalidOperationException("The gate fills this in.");
        set => person = value;
    }

    public IFormCollection Form { get; set; } = FormCollection.Empty;
}
