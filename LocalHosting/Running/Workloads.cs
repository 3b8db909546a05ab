using Aspire.Hosting.ApplicationModel;
using Journease.LocalHosting.Postgres;
using Journease.LocalHosting.Processes;
using Journease.LocalHosting.RabbitMQ;

namespace Journease.LocalHosting.Running;

/// <summary>Knows what to run for each kind of resource.</summary>
internal sealed class Workloads(
    StateDirectory state, ProcessVariables variables, ProjectPrograms programs, ResourceLoggerService logs)
{
    public static bool HasOwn(IResource resource) => resource is ContainerResource or ProjectResource or ExecutableResource;

    public IWorkload For(Instance instance)
    {
        var log = logs.Log(instance.Id);
        return instance.Resource switch
        {
            PostgresServerResource postgres => new PostgresWorkload(postgres, new ServerData(state, postgres), log),
            RabbitMQServerResource rabbitMq => new RabbitMqWorkload(rabbitMq, new ServerData(state, rabbitMq), log),
            _ => new ProcessWorkload(instance, variables, programs, log),
        };
    }

    public static string? SourceOf(IResource resource) => resource switch
    {
        ProjectResource project => Path.GetFileName(project.GetProjectMetadata().ProjectPath),
        ExecutableResource executable => Path.GetFileName(executable.Command),
        PostgresServerResource => "PostgreSQL",
        RabbitMQServerResource => "RabbitMQ",
        _ => null,
    };
}
