using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KernelTracker.Web.Tests;

/// <summary>
/// The schemas of the site's OpenAPI document, 3.1, and whether JSON is what they say. A property that a schema does not name is
/// a fault, and so is a keyword of a schema that is not understood here.
/// </summary>
internal sealed class ApiSchema(string openApi)
{
    private readonly JsonElement _document = JsonDocument.Parse(openApi).RootElement;

    /// <summary>Paths that the document says can be read.</summary>
    public IEnumerable<string> Paths => _document.GetProperty("paths").EnumerateObject().Where(p => p.Value.TryGetProperty("get", out _)).Select(p => p.Name);

    /// <summary>What is wrong with an answer of a path.</summary>
    public IReadOnlyList<string> OfPath(string path, string json)
    {
        if (!_document.GetProperty("paths").TryGetProperty(path, out var item))
            return [$"the document does not know {path}"];
        var answer = item.GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");
        return Check(answer, json);
    }

    /// <summary>What is wrong with JSON that is to be of a named schema.</summary>
    public IReadOnlyList<string> OfName(string name, string json) =>
        _document.GetProperty("components").GetProperty("schemas").TryGetProperty(name, out var schema) ? Check(schema, json) : [$"there is no schema {name}"];

    private List<string> Check(JsonElement schema, string json)
    {
        using var value = JsonDocument.Parse(json);
        return [.. Faults(schema, value.RootElement, "$")];
    }

    private IEnumerable<string> Faults(JsonElement schema, JsonElement value, string at)
    {
        var properties = schema.TryGetProperty("properties", out var named) ? named : default;
        foreach (var keyword in schema.EnumerateObject())
        {
            var wanted = keyword.Value;
            switch (keyword.Name)
            {
                case "description" or "default" or "title":
                    break;
                case "$ref":
                    foreach (var fault in Faults(Resolve(wanted.GetString()!), value, at))
                        yield return fault;
                    break;
                case "oneOf" or "anyOf":
                    var fits = wanted.EnumerateArray().Select(s => Faults(s, value, at).ToList()).ToList();
                    if (fits.Count(f => f.Count == 0) is var count && (keyword.Name == "oneOf" ? count != 1 : count == 0))
                        yield return $"{at}: fits {count} of the choices: {string.Join("; ", fits.SelectMany(f => f).Take(3))}";
                    break;
                case "type":
                    var types = wanted.ValueKind == JsonValueKind.Array ? wanted.EnumerateArray().Select(t => t.GetString()!) : [wanted.GetString()!];
                    if (!types.Any(t => IsOf(value, t)))
                        yield return $"{at}: {value.ValueKind}, not {wanted}";
                    break;
                case "enum":
                    if (!wanted.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value)))
                        yield return $"{at}: {value} is none of {wanted}";
                    break;
                case "required" when value.ValueKind == JsonValueKind.Object:
                    foreach (var name in wanted.EnumerateArray().Where(n => !value.TryGetProperty(n.GetString()!, out _)))
                        yield return $"{at}: {name} is missing";
                    break;
                case "properties" when value.ValueKind == JsonValueKind.Object:
                    foreach (var property in value.EnumerateObject())
                    {
                        if (!properties.TryGetProperty(property.Name, out var inner))
                        {
                            if (!schema.TryGetProperty("additionalProperties", out _))
                                yield return $"{at}: the document does not name {property.Name}";
                            continue;
                        }
                        foreach (var fault in Faults(inner, property.Value, $"{at}.{property.Name}"))
                            yield return fault;
                    }
                    break;
                case "additionalProperties" when value.ValueKind == JsonValueKind.Object && wanted.ValueKind == JsonValueKind.Object:
                    foreach (var property in value.EnumerateObject().Where(p => properties.ValueKind == JsonValueKind.Undefined || !properties.TryGetProperty(p.Name, out _)))
                    {
                        foreach (var fault in Faults(wanted, property.Value, $"{at}.{property.Name}"))
                            yield return fault;
                    }
                    break;
                case "items" when value.ValueKind == JsonValueKind.Array:
                    var index = 0;
                    foreach (var item in value.EnumerateArray())
                    {
                        foreach (var fault in Faults(wanted, item, $"{at}[{index++}]"))
                            yield return fault;
                    }
                    break;
                case "pattern" when value.ValueKind == JsonValueKind.String:
                    if (!Regex.IsMatch(value.GetString()!, wanted.GetString()!))
                        yield return $"{at}: {value} does not fit {wanted}";
                    break;
                case "format" when value.ValueKind is JsonValueKind.String or JsonValueKind.Number:
                    if (!IsFormatted(value, wanted.GetString()!))
                        yield return $"{at}: {value} is no {wanted}";
                    break;
                case "required" or "properties" or "additionalProperties" or "items" or "pattern" or "format":
                    break;
                default:
                    yield return $"{at}: the keyword {keyword.Name} of its schema is not understood";
                    break;
            }
        }
    }

    /// <summary>What a local reference points to: "#/components/schemas/LinesDocument".</summary>
    private JsonElement Resolve(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(_document, (at, name) => at.GetProperty(name));

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => false,
    };

    private static bool IsFormatted(JsonElement value, string format) => format switch
    {
        "int32" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        "int64" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "double" or "float" => value.ValueKind == JsonValueKind.Number,
        // RFC 3339: with an offset.
        "date-time" => value.ValueKind == JsonValueKind.String
            && Regex.IsMatch(value.GetString()!, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")
            && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, out _),
        "date" => value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => false,
    };
}
