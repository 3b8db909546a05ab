using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Journease.ServiceDefaults.OpenApi;

/// <summary>Writes into an operation's description how it may refuse, from what its endpoint says about itself.</summary>
public static class OperationRefusals
{
    /// <summary>Says which refusals of its own an act has, besides those that every act of its kind has.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder endpoint, params ProblemType[] problems)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Own(problems));

    internal static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var problems = Common(operation, metadata).Concat(metadata.OfType<Own>().SelectMany(own => own.Problems));
        operation.Responses ??= [];
        foreach (var (status, _) in operation.Responses.Where(response => response.Key[0] is '4' or '5').ToList())
        {
            operation.Responses.Remove(status);
        }
        foreach (var sameStatus in problems.GroupBy(problem => problem.Status).OrderBy(group => group.Key))
        {
            operation.Responses[$"{sameStatus.Key}"] = ProblemResponses.Of([.. sameStatus], context.Document!);
        }
    }

    private static IEnumerable<ProblemType> Common(OpenApiOperation operation, IList<object> metadata)
    {
        var requirement = metadata.OfType<WriteMetadata>().LastOrDefault()?.Requirement;
        var hasBody = operation.RequestBody is not null;
        if (hasBody || operation.Parameters is { Count: > 0 })
        {
            yield return CommonProblems.Invalid;
        }
        if (!metadata.OfType<IAllowAnonymous>().Any())
        {
            yield return CommonProblems.NotSignedIn;
            yield return CommonProblems.NotAllowed;
        }
        if (operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) == true)
        {
            yield return CommonProblems.NotFound;
        }
        if (requirement is not null)
        {
            yield return CommonProblems.Conflict;
        }
        if (requirement is WriteRequirement.IfMatch)
        {
            yield return CommonProblems.VersionStale;
            yield return CommonProblems.VersionMissing;
        }
        if (hasBody)
        {
            yield return CommonProblems.TooLarge;
            yield return CommonProblems.UnsupportedMediaType;
        }
        if (requirement is WriteRequirement.IdempotencyKey)
        {
            yield return CommonProblems.KeyReused;
        }
        yield return CommonProblems.TooManyRequests;
        yield return CommonProblems.Unavailable;
    }

    private sealed record Own(IReadOnlyList<ProblemType> Problems);
}
