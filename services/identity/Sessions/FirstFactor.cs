namespace Journease.Identity.Sessions;

/// <summary>By what a person has just shown who they are.</summary>
internal enum FirstFactor
{
    Password,

    /// <summary>A link that was sent to their address.</summary>
    SignInLink,

    /// <summary>The link that opened their account.</summary>
    ConfirmedAddress,
}
