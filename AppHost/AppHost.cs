// The map of the system: what there is, who needs whom, who waits for whom. Read it top to bottom.
// It is compiled against Aspire or, unchanged, against LocalHosting (docs/decisions/0001).
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

var builder = DistributedApplication.CreateBuilder(args);
var environment = builder.Environment.EnvironmentName;
string[] migrate = builder.Environment.IsDevelopment() ? ["migrate", "--seed"] : ["migrate"];

// Means something only when the system is published.
builder.AddDockerComposeEnvironment("compose");

// The portal's port; the gateway, the operator page and the mail catcher take the next three.
var ports = builder.Configuration.GetValue("ports-from", 8080);

var postgres = builder.AddPostgres("postgres").WithDataVolume();
var rabbitmq = builder.AddRabbitMQ("rabbitmq").WithDataVolume();

var gateway = builder.AddProject<Projects.Gateway>("gateway").WithHttpEndpoint(port: ports + 1);
var portal = builder.AddProject<Projects.Portal>("portal").WithHttpEndpoint(port: ports);

// The addresses that people and their apps use: known here when the system runs, given when it is deployed.
var publicGateway = Address("gateway-address", gateway.GetEndpoint("http"));
var publicPortal = Address("portal-address", portal.GetEndpoint("http"));
var issuer = ReferenceExpression.Create($"{publicGateway}/identity");

var portalSecret = Secret("portal-client-secret");
// Opens what the databases hold sealed; never stored in one of them.
var masterKey = Secret("sealing-master-key", length: 44);
// By it the services know the gateway, and refuse whoever walks past it.
var gatewaySecret = Secret("gateway-secret");
// By it intake gets tokens of its own, to gather a person's copy of everything.
var intakeSecret = Secret("intake-service-secret");
// And notifications, to ask where people are reached.
var notificationsSecret = Secret("notifications-service-secret");

// Where the audit is anchored, apart from the databases: another machine's disk when it is deployed.
var auditAnchors = builder.Configuration["audit-anchors"] ?? (builder.ExecutionContext.IsRunMode ? Path.GetFullPath("../artifacts/audit", builder.AppHostDirectory) : "");

// Makes each service's database and its two roles: one owns the tables, the other may only use them.
var databases = builder.AddProject<Projects.DatabaseSetup>("database-setup")
    .WithReference(postgres)
    .WaitFor(postgres);

// Its migration registers the clients, the running service must know where its pages may lead to.
var identity = Service<Projects.Identity>("identity", "identity", project => project
    .WithEnvironment("Clients__Portal__Secret", portalSecret)
    .WithEnvironment("Clients__Services__intake__Secret", intakeSecret)
    .WithEnvironment("Clients__Services__notifications__Secret", notificationsSecret)
    .WithEnvironment("Clients__Portal__Address", publicPortal)).WithReference(portal); // to tell it which sessions have ended
var communityGroups = Service<Projects.CommunityGroups>("community-groups", "groups").WithReference(identity);
var content = Service<Projects.Content>("content", "content").WithReference(identity);
var intake = Service<Projects.Intake>("intake", "intake", project => project
    .WithEnvironment("ServiceCredential__Secret", intakeSecret)).WithReference(identity);
var notifications = Service<Projects.Notifications>("notifications", "notifications", project => project
    .WithEnvironment("ServiceCredential__Secret", notificationsSecret)
    .WithEnvironment("Portal__Address", publicPortal)).WithReference(identity);
var scheduling = Service<Projects.Scheduling>("scheduling", "scheduling").WithReference(identity);
// A person's copy of everything is gathered from all of them.
intake.WithReference(communityGroups).WithReference(content).WithReference(notifications).WithReference(scheduling);

gateway
    .WithEnvironment("ASPNETCORE_ENVIRONMENT", environment)
    .WithEnvironment("Authentication__Issuer", issuer)
    .WithEnvironment("Gateway__Secret", gatewaySecret)
    .WithReference(identity)
    .WithReference(communityGroups)
    .WithReference(content)
    .WithReference(intake)
    .WithReference(notifications)
    .WithReference(scheduling)
    .WithHttpHealthCheck("/health")
    .WithReplicas(Replicas("gateway"))
    .WithExternalHttpEndpoints();

Migrated<Projects.Portal>(portal, "portal", "portal", both => both.WithEnvironment("Authentication__ClientSecret", portalSecret))
    .WithEnvironment("Gateway__Secret", gatewaySecret)
    .WithReference(gateway)
    .WithExternalHttpEndpoints();

// Only here is mail caught instead of sent; anywhere else somebody says by which server it leaves.
if (builder.Environment.IsDevelopment())
{
    var mail = builder.AddProject<Projects.MailCatcher>("mail")
        .WithHttpEndpoint(port: ports + 3)
        .WithEndpoint(scheme: "smtp", name: "smtp", env: "Smtp__Port")
        .WithEnvironment("ASPNETCORE_ENVIRONMENT", environment)
        .WithHttpHealthCheck("/health")
        .WithExternalHttpEndpoints();
    identity.WithEnvironment("ConnectionStrings__mail", mail.GetEndpoint("smtp")).WaitFor(mail);
    notifications.WithEnvironment("ConnectionStrings__mail", mail.GetEndpoint("smtp")).WaitFor(mail);
}
else
{
    var mail = builder.AddConnectionString("mail");
    identity.WithReference(mail);
    notifications.WithReference(mail);
}

builder.Build().Run();

// A service with a database of its own, reached through the gateway only.
IResourceBuilder<ProjectResource> Service<TProject>(
    string name, string database, Action<IResourceBuilder<ProjectResource>>? settings = null)
    where TProject : IProjectMetadata, new() =>
    Migrated<TProject>(builder.AddProject<TProject>(name).WithHttpEndpoint(), name, database, settings)
        .WithEnvironment("Gateway__Secret", gatewaySecret)
        .WithReference(rabbitmq);

// A project that uses its database as one role, after its own binary has migrated it as the other.
IResourceBuilder<ProjectResource> Migrated<TProject>(
    IResourceBuilder<ProjectResource> project, string name, string database, Action<IResourceBuilder<ProjectResource>>? settings = null)
    where TProject : IProjectMetadata, new()
{
    var appPassword = Secret($"{database}-app-password");
    var migratePassword = Secret($"{database}-migrate-password");
    databases
        .WithEnvironment($"Databases__{database}__AppPassword", appPassword)
        .WithEnvironment($"Databases__{database}__MigratePassword", migratePassword);

    var migrations = builder.AddProject<TProject>($"{name}-migrations")
        .WithArgs(migrate)
        .WithEnvironment("ASPNETCORE_ENVIRONMENT", environment)
        .WithEnvironment("Authentication__Issuer", issuer)
        .WithEnvironment("Sealing__MasterKeys__1", masterKey)
        .WithEnvironment($"ConnectionStrings__{database}", ConnectionString(database, "migrate", migratePassword))
        .WithReference(rabbitmq)
        .WaitForCompletion(databases)
        .WaitFor(rabbitmq);
    settings?.Invoke(migrations);
    settings?.Invoke(project);

    return project
        .WithEnvironment("ASPNETCORE_ENVIRONMENT", environment)
        .WithEnvironment("Authentication__Issuer", issuer)
        .WithEnvironment("Sealing__MasterKeys__1", masterKey)
        .WithEnvironment("Audit__AnchorFolder", auditAnchors)
        .WithEnvironment($"ConnectionStrings__{database}", ConnectionString(database, "app", appPassword))
        .WithHttpHealthCheck("/health")
        .WithReplicas(Replicas(name))
        .WaitForCompletion(migrations);
}

ReferenceExpression ConnectionString(string database, string role, IResourceBuilder<ParameterResource> password) =>
    ReferenceExpression.Create(
        $"Host={postgres.Resource.Host};Port={postgres.Resource.Port};Database={database};Username={database}_{role};Password={password}");

ReferenceExpression Address(string parameter, EndpointReference endpoint) => builder.ExecutionContext.IsRunMode
    ? ReferenceExpression.Create($"{endpoint}")
    : ReferenceExpression.Create($"{builder.AddParameter(parameter)}");

IResourceBuilder<ParameterResource> Secret(string name, int length = 22) =>
    builder.AddParameter(name, new GenerateParameterDefault { MinLength = length, Special = false }, secret: true, persist: true);

int Replicas(string name) => builder.Configuration.GetValue($"replicas:{name}", 1);
