using Aspire.Hosting.ApplicationModel;

namespace Journease.LocalHosting.Running;

/// <summary>Where a server keeps its data: for good where AppHost.cs says so, for this run only otherwise.</summary>
internal sealed class ServerData(StateDirectory state, IResource server) : IDisposable
{
    private string? temporary;

    public string Directory()
    {
        if (server.Last<DataPlace>() is { } place)
        {
            return place.IsVolume ? state.Make(place.Path) : place.Path;
        }
        return temporary ??= Fresh();
    }

    public void Dispose()
    {
        if (temporary is not null && System.IO.Directory.Exists(temporary))
        {
            System.IO.Directory.Delete(temporary, recursive: true);
        }
    }

    private string Fresh()
    {
        var directory = state.Make($"{server.Name}.fresh");
        System.IO.Directory.Delete(directory, recursive: true);
        return state.Make($"{server.Name}.fresh");
    }
}
