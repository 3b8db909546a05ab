using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.OpenApi;

namespace Journease.ServiceDefaults.OpenApi;

/// <summary>One OpenAPI 3.1 document per service, at <c>{prefix}/openapi.json</c>.</summary>
internal static class ServiceOpenApi
{
    public const string DocumentName = "v1";

    public static void AddServiceOpenApi(this IServiceCollection services, string title) => services.AddOpenApi(DocumentName, options =>
    {
        options.CreateSchemaReferenceId = SchemaId;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = title, Version = "1" };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["oauth"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "An access token of the platform's identity service.",
            };
            DocumentExamples.Complete(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(DescribeOperation);
    });

    public static void MapServiceOpenApi(this IEndpointRouteBuilder app, string prefix) =>
        app.MapOpenApi(prefix + "/openapi.json").AllowAnonymous().WithoutPersonalData();

    // Acts nest their Request and Response: the act's name must come first, or all of them become one schema.
    private static string? SchemaId(JsonTypeInfo type) =>
        type.Type.DeclaringType is { } act && OpenApiOptions.CreateDefaultSchemaReferenceId(type) is not null
            ? act.Name + type.Type.Name
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);

    private static Task DescribeOperation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.OperationId = OperationId(operation, context);
        operation.Deprecated = metadata.OfType<Deprecation.IsDeprecated>().Any();
        var requirement = metadata.OfType<WriteMetadata>().LastOrDefault()?.Requirement;
        if (requirement is WriteRequirement.IdempotencyKey)
        {
            AddHeader(operation, "Idempotency-Key", "A new UUID for each new act; the same one when you retry it.");
        }
        if (requirement is WriteRequirement.IfMatch)
        {
            AddHeader(operation, "If-Match", "The ETag that you last read.");
        }
        if (!metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("oauth", context.Document)] = [] }];
        }
        OperationRefusals.Describe(operation, context);
        return Task.CompletedTask;
    }

    // What every service has from a shared project, such as parked messages, carries the name of the service: the ids are
    // one set in the document of the whole platform.
    private static string? OperationId(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var host = context.ApplicationServices.GetRequiredService<IHostEnvironment>().ApplicationName;
        var act = context.Description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().FirstOrDefault()?.DeclaringType?.Assembly.GetName().Name;
        return act is null || act == host ? operation.OperationId : host.Split('.')[^1] + operation.OperationId;
    }

    private static void AddHeader(OpenApiOperation operation, string name, string description)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = true,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }
}
