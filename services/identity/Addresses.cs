namespace Journease.Identity;

/// <summary>Where the pages and endpoints of this service are; all below the issuer.</summary>
internal static class Addresses
{
    public const string Discovery = "/identity/.well-known/openid-configuration";
    public const string Keys = "/identity/.well-known/jwks";
    public const string Authorize = "/identity/connect/authorize";
    public const string Token = "/identity/connect/token";
    public const string UserInfo = "/identity/connect/userinfo";
    public const string EndSession = "/identity/connect/endsession";
    public const string Revoke = "/identity/connect/revoke";
    public const string SignIn = "/identity/sign-in";
    public const string SignInWithPasskey = "/identity/sign-in/passkey";
    public const string SecondFactor = "/identity/second-factor";
    public const string Account = "/identity/account";
    public const string SignedIn = "/identity/signed-in";
    public const string SignOut = "/identity/sign-out";
    public const string SignedOut = "/identity/signed-out";
    public const string Register = "/identity/register";
    public const string RegistrationSent = "/identity/register/sent";
    public const string RegistrationLink = "/identity/register/confirm";
    public const string RegistrationAgain = "/identity/register/again";
    public const string AskForLink = "/identity/sign-in/link";
    public const string LinkSent = "/identity/sign-in/link/sent";
    public const string UseLink = "/identity/sign-in/link/use";
    public const string LinkAgain = "/identity/sign-in/link/again";
    public const string Invitation = "/identity/invitation";
    public const string FirstAdministrator = "/identity/first-administrator";
    public const string FirstAdministratorSent = "/identity/first-administrator/sent";
    public const string Closing = "/identity/account/closing";
    public const string ChangePassword = "/identity/password";
    public const string PasswordChanged = "/identity/password/changed";
}
