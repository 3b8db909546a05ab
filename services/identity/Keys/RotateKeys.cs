using Journease.ServiceDefaults.Verbs;

namespace Journease.Identity.Keys;

/// <summary><c>rotate-keys</c>: makes the next keys, which take over once everybody has had time to learn them. <c>--compromised</c>: replaces all keys now.</summary>
internal sealed class RotateKeys(KeyRotation rotation) : IVerb
{
    public string Name => "rotate-keys";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        if (arguments is ["--compromised"])
        {
            await rotation.ReplaceAsync(ct);
            Console.WriteLine("All keys are new. Everybody has to sign in again.");
            return 0;
        }
        if (arguments.Count > 0)
        {
            Console.WriteLine("rotate-keys takes no argument but --compromised.");
            return 2;
        }

        Console.WriteLine(await rotation.RotateAsync(ct) > 0
            ? "The next keys are made and published. They are used later, and nobody has to sign in again."
            : "The next keys were made before and are waiting for their time; nothing was changed.");
        return 0;
    }
}
