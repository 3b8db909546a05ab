// An AppHost for the tests of LocalHosting. It describes a scene by name; tests add the rest themselves.
using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(args);

switch (builder.Configuration["scene"])
{
    case "web":
        builder.AddProject<Projects.LocalHosting_Sample>("web")
            .WithHttpEndpoint(port: builder.Configuration.GetValue<int?>("port"))
            .WithHttpHealthCheck("/health")
            .WithReplicas(builder.Configuration.GetValue("replicas", 1))
            .WithExternalHttpEndpoints();
        break;
    case "failing":
        builder.AddProject<Projects.LocalHosting_Sample>("migrations").WithArgs("exit", "3");
        var failing = builder.AddProject<Projects.LocalHosting_Sample>("worker").WithArgs("exit", "3");
        builder.AddProject<Projects.LocalHosting_Sample>("web").WithHttpEndpoint().WaitForCompletion(failing);
        break;
    case "parameter":
        builder.AddParameter("needed");
        break;
}

builder.Build().Run();
