using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Journease.LocalHosting.Tests.Signatures;

/// <summary>Writes members as the file of Aspire's signatures does.</summary>
internal static partial class Signature
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Plain(string line) => Values().Replace(Marks().Replace(line.Trim(), ""), "$1");

    public static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsSealed ? "sealed class"
        : "class";

    public static IEnumerable<string> Members(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum)
        {
            return [string.Join(", ", Enum.GetNames(type))];
        }
        // The list leaves out the empty constructor of types whose members must be given.
        var constructors = type.IsDefined(typeof(RequiredMemberAttribute)) ? [] : type.GetConstructors(all);
        return constructors.Where(IsVisible).Select(constructor => $".ctor({Parameters(constructor)})")
            .Concat(type.GetProperties(all).Where(property => property.GetAccessors(true).Any(IsVisible)).Select(Property))
            .Concat(type.GetFields(all).Where(field => field.IsPublic).Select(field => $"static readonly {TypeName.Of(field.FieldType)} {field.Name}"))
            .Concat(type.GetMethods(all).Where(method => IsVisible(method) && !IsMadeByCompiler(method)).Select(Method));
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily;

    /// <summary>Accessors, operators, and what a record brings with it.</summary>
    private static bool IsMadeByCompiler(MethodInfo method) =>
        method.IsSpecialName
        || method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || method.DeclaringType!.IsAssignableTo(typeof(Delegate))
        || method.GetBaseDefinition().DeclaringType == typeof(object);

    private static string Property(PropertyInfo property)
    {
        var nullable = Nullability.Create(property).ReadState == NullabilityState.Nullable;
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var setter = property.SetMethod is { } set && IsVisible(set)
            ? set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
            : "";
        var isStatic = property.GetAccessors(true)[0].IsStatic ? "static " : "";
        return $"{isStatic}{required}{TypeName.Of(property.PropertyType, nullable)} {property.Name} {{ get;{setter} }}";
    }

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(one => one.Name))}>" : "";
        var nullable = Nullability.Create(method.ReturnParameter).ReadState == NullabilityState.Nullable;
        return $"{(method.IsFamily ? "protected " : "")}{(method.IsStatic ? "static " : "")}{TypeName.Of(method.ReturnType, nullable)} "
            + $"{method.Name}{generic}({Parameters(method)}){Constraints(method)}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
    {
        var state = Nullability.Create(parameter);
        var nullable = (parameter.IsOut ? state.WriteState : state.ReadState) == NullabilityState.Nullable
            || (parameter.IsOut && parameter.ParameterType.GetElementType()!.IsInterface);
        var isThis = method.IsDefined(typeof(ExtensionAttribute), inherit: false) && parameter.Position == 0 ? "this " : "";
        var isParams = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        return $"{isThis}{isParams}{TypeName.Of(parameter.ParameterType, nullable)} {parameter.Name}{Default(parameter)}";
    }));

    private static string Default(ParameterInfo parameter) => !parameter.HasDefaultValue ? "" : " = " + parameter.DefaultValue switch
    {
        null => "null",
        bool value => value ? "true" : "false",
        var value when parameter.ParameterType.IsEnum => Enum.GetName(parameter.ParameterType, value),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string Constraints(MethodInfo method) => !method.IsGenericMethod ? "" : string.Concat(
        method.GetGenericArguments().Select(argument =>
        {
            var attributes = argument.GenericParameterAttributes;
            string[] all =
            [
                .. attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? new[] { "class" } : [],
                .. argument.GetGenericParameterConstraints().Select(constraint => TypeName.Of(constraint)),
                .. attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) ? new[] { "new()" } : [],
            ];
            return all.Length == 0 ? "" : $" where {argument.Name} : {string.Join(", ", all)}";
        }));

    /// <summary>What the file adds about overload resolution.</summary>
    [GeneratedRegex(@"^\[ORP \d+\] ")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^(static readonly [^=]+?) = .*$")]
    private static partial Regex Values();
}
