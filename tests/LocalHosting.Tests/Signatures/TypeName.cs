namespace Journease.LocalHosting.Tests.Signatures;

/// <summary>Writes types as C# does, without what is nullable inside them.</summary>
internal static class TypeName
{
    private static readonly Dictionary<Type, string> Aliases = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
    };

    public static string Of(Type type, bool nullable = false)
    {
        if (type.IsByRef)
        {
            return "ref " + Of(type.GetElementType()!, nullable);
        }
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Of(value) + "?";
        }
        return Plain(type) + (nullable && !type.IsValueType ? "?" : "");
    }

    private static string Plain(Type type)
    {
        if (Aliases.TryGetValue(type, out var alias))
        {
            return alias;
        }
        if (type.IsArray)
        {
            return Plain(type.GetElementType()!) + "[]";
        }
        var name = type.IsNested && !type.IsGenericParameter ? $"{Plain(type.DeclaringType!)}.{type.Name}" : type.Name;
        return type.IsGenericType
            ? $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(one => Of(one)))}>"
            : name;
    }
}
