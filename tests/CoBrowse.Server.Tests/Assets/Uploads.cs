using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using CoBrowse.Server.Assets;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Assets;

/// <summary>What a customer's browser asks of the asset store.</summary>
internal static class Uploads
{
    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static async Task<IReadOnlyList<string>> MissingAsync(Node node, string token, string visibility, params string[] hashes)
    {
        var answer = await node.PostAsync($"/api/assets/missing?visibility={visibility}", new { hashes }, Node.Portal, token);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<MissingAssets>())!.Missing;
    }

    public static Task<HttpResponseMessage> PutAsync(Node node, string token, string visibility, byte[] bytes, string type = "text/css") =>
        PutAsync(node, token, visibility, HashOf(bytes), bytes, type);

    public static Task<HttpResponseMessage> PutAsync(
        Node node, string token, string visibility, string hash, byte[] bytes, string type = "text/css", bool chunked = false, string? encoding = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/assets/{hash}?visibility={visibility}")
        {
            Content = new ByteArrayContent(bytes),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (encoding is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        request.Headers.TransferEncodingChunked = chunked;
        return node.SendAsync(request, Node.Portal, token);
    }
}
