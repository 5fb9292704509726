using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using CoBrowse.Protocol;
using CoBrowse.Server.Assets;
using CoBrowse.Server.Tests.Hosting;
using static CoBrowse.Server.Tests.Assets.Uploads;

namespace CoBrowse.Server.Tests.Assets;

public sealed class AssetTests
{
    private static readonly byte[] Sheet = Encoding.UTF8.GetBytes("body { color: rebeccapurple }");

    [Fact]
    public async Task What_a_customer_uploads_the_agent_reads()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        var token = session.Opened.Token;
        Assert.Equal([HashOf(Sheet)], await MissingAsync(node, token, "session", HashOf(Sheet)));
        Assert.Equal(HttpStatusCode.NoContent, (await PutAsync(node, token, "session", HashOf(Sheet), Sheet)).StatusCode);
        Assert.Empty(await MissingAsync(node, token, "session", HashOf(Sheet)));

        var answer = await node.Http.GetAsync(session.Joined.Assets!.BaseUrl + HashOf(Sheet));
        Assert.Equal(Sheet, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("text/css", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("sandbox; default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.True(answer.Headers.CacheControl is { Private: true, MaxAge.TotalDays: 365 });
    }

    [Fact]
    public async Task On_disk_it_is_sealed_and_with_the_session_it_is_gone()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        await PutAsync(node, session.Opened.Token, "session", HashOf(Sheet), Sheet);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(node.Data, "assets", "sessions"), "*", SearchOption.AllDirectories));
        Assert.DoesNotContain("rebeccapurple", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);
        await session.Customer.CallAsync<Ack>(CustomerHubNames.End);
        Assert.Equal(HttpStatusCode.NotFound, (await node.Http.GetAsync(session.Joined.Assets!.BaseUrl + HashOf(Sheet))).StatusCode);
        var deadline = DateTime.UtcNow + HubLink.Patience;
        while (File.Exists(file) && DateTime.UtcNow < deadline)
            await Task.Yield();
        Assert.False(File.Exists(file));
        Assert.Equal(HttpStatusCode.Conflict, (await PutAsync(node, session.Opened.Token, "session", HashOf(Sheet), Sheet)).StatusCode);
    }

    [Fact]
    public async Task A_hash_that_does_not_hold_is_refused_and_nothing_stays()
    {
        await using var node = new TestNode();
        var opened = await node.OpenAsync();
        var answer = await PutAsync(node, opened.Token, "session", HashOf([1, 2, 3]), Sheet);
        Assert.Equal("HashMismatch", await TestNode.ReasonAsync(answer));
        Assert.Equal([HashOf([1, 2, 3])], await MissingAsync(node, opened.Token, "session", HashOf([1, 2, 3])));
        Assert.Empty(Directory.GetFiles(Path.Combine(node.Data, "assets"), "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_asset_that_is_too_large_is_refused(bool chunked)
    {
        await using var node = new TestNode(null, ("Assets:LargestBytes", "1000"));
        var opened = await node.OpenAsync();
        var bytes = new byte[1001];
        var answer = await PutAsync(node, opened.Token, "session", HashOf(bytes), bytes, chunked: chunked);
        Assert.Equal("TooLarge", await TestNode.ReasonAsync(answer));
        Assert.Equal(HttpStatusCode.NoContent, (await PutAsync(node, opened.Token, "session", HashOf(bytes[1..]), bytes[1..], chunked: chunked)).StatusCode);
    }

    [Fact]
    public async Task An_asset_may_come_compressed_and_is_stored_as_it_was()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        var answer = await PutAsync(node, session.Opened.Token, "session", HashOf(Sheet), Gzip(Sheet), encoding: "gzip");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(Sheet, await node.Http.GetByteArrayAsync(session.Joined.Assets!.BaseUrl + HashOf(Sheet)));
    }

    [Theory]
    [InlineData("gzip", "HashMismatch")]
    [InlineData("br", "InvalidRequest")]
    [InlineData("gzip, gzip", "InvalidRequest")]
    public async Task What_cannot_be_inflated_is_refused_and_nothing_stays(string encoding, string reason)
    {
        await using var node = new TestNode();
        var opened = await node.OpenAsync();
        var answer = await PutAsync(node, opened.Token, "session", HashOf(Sheet), Sheet, encoding: encoding);
        Assert.Equal(reason, await TestNode.ReasonAsync(answer));
        Assert.Empty(Directory.GetFiles(Path.Combine(node.Data, "assets"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_asset_that_inflates_too_far_is_refused()
    {
        await using var node = new TestNode(null, ("Assets:LargestBytes", "100000"));
        var opened = await node.OpenAsync();
        var bytes = new byte[50_000_000];
        var answer = await PutAsync(node, opened.Token, "session", HashOf(bytes), Gzip(bytes), encoding: "gzip");
        Assert.Equal("TooLarge", await TestNode.ReasonAsync(answer));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/javascript")]
    [InlineData("application/xhtml+xml")]
    [InlineData("application/octet-stream")]
    public async Task What_could_run_is_not_taken(string type)
    {
        await using var node = new TestNode();
        var opened = await node.OpenAsync();
        var answer = await PutAsync(node, opened.Token, "session", HashOf(Sheet), Sheet, type);
        Assert.Equal("InvalidRequest", await TestNode.ReasonAsync(answer));
    }

    [Theory]
    [InlineData("image", HttpStatusCode.OK)]
    [InlineData("iframe", HttpStatusCode.Forbidden)]
    [InlineData("document", HttpStatusCode.Forbidden)]
    [InlineData("object", HttpStatusCode.Forbidden)]
    public async Task A_drawing_is_an_image_and_never_a_document(string destination, HttpStatusCode status)
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        var svg = "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray();
        await PutAsync(node, session.Opened.Token, "session", HashOf(svg), svg, "image/svg+xml");
        var request = new HttpRequestMessage(HttpMethod.Get, session.Joined.Assets!.BaseUrl + HashOf(svg));
        request.Headers.Add("Sec-Fetch-Dest", destination);
        Assert.Equal(status, (await node.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Another_sessions_capability_reads_nothing_of_this_one_but_public_assets_are_shared()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        byte[] logo = [0x89, .. "PNG\r\n\u001a\n logo"u8];
        await PutAsync(node, session.Opened.Token, "session", HashOf(Sheet), Sheet);
        await PutAsync(node, session.Opened.Token, "public", HashOf(logo), logo, "image/png");

        var other = await node.OpenAsync();
        Assert.Equal([HashOf(Sheet)], await MissingAsync(node, other.Token, "session", HashOf(Sheet)));
        Assert.Empty(await MissingAsync(node, other.Token, "public", HashOf(logo)));
        await using var customer = await node.ConnectCustomerAsync(other.Token);
        await customer.JoinAsync();
        await using var agent = await node.ConnectAgentAsync("sam");
        var joined = await agent.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, other.Code);
        Assert.Null((await customer.AnswerAsync(granted: true)).Refusal);
        Assert.Equal(HttpStatusCode.NotFound, (await node.Http.GetAsync(joined.Assets!.BaseUrl + HashOf(Sheet))).StatusCode);
        Assert.Equal(logo, await node.Http.GetByteArrayAsync(joined.Assets.BaseUrl + HashOf(logo)));
    }

    [Fact]
    public async Task An_agent_reads_nothing_before_the_customers_yes_nor_after_it_was_taken_back()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        await PutAsync(node, session.Opened.Token, "session", HashOf(Sheet), Sheet);
        await using var second = await node.ConnectAgentAsync("sam");
        var joined = await second.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, session.Opened.Code);
        var address = joined.Assets!.BaseUrl + HashOf(Sheet);
        Assert.Equal("NotAllowed", await TestNode.ReasonAsync(await node.Http.GetAsync(address)));

        Assert.Null((await session.Customer.AnswerAsync(granted: true)).Refusal);
        Assert.Equal(Sheet, await node.Http.GetByteArrayAsync(address));

        Assert.Null((await session.Customer.CallAsync<Ack>(CustomerHubNames.RemoveAgent, joined.ParticipantId)).Refusal);
        Assert.Equal("NotAllowed", await TestNode.ReasonAsync(await node.Http.GetAsync(address)));
        Assert.Equal(Sheet, await node.Http.GetByteArrayAsync(session.Joined.Assets!.BaseUrl + HashOf(Sheet)));
    }

    [Fact]
    public async Task A_capability_expires_and_cannot_be_stretched()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        await PutAsync(node, session.Opened.Token, "session", HashOf(Sheet), Sheet);
        var forged = session.Joined.Assets!.BaseUrl.Replace("/assets/M", "/assets/N", StringComparison.Ordinal);
        Assert.NotEqual(session.Joined.Assets.BaseUrl, forged);
        Assert.Equal("NotAllowed", await TestNode.ReasonAsync(await node.Http.GetAsync(forged + HashOf(Sheet))));
        node.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("Expired", await TestNode.ReasonAsync(await node.Http.GetAsync(session.Joined.Assets.BaseUrl + HashOf(Sheet))));
        var renewed = await session.Agent.CallAsync<AssetAccess>(AgentHubNames.RenewAssets);
        Assert.Equal(Sheet, await node.Http.GetByteArrayAsync(renewed.BaseUrl + HashOf(Sheet)));
    }

    [Fact]
    public void A_sealed_file_opens_whole_or_not_at_all()
    {
        var key = RandomNumberGenerator.GetBytes(SealedStream.KeyBytes);
        foreach (var length in (int[])[0, 1, 65_535, 65_536, 65_537, 200_000])
        {
            var plain = RandomNumberGenerator.GetBytes(length);
            var file = Seal(key, plain);
            Assert.Equal(plain, SealedStream.Open(file, key, "hash"));
            Assert.ThrowsAny<CryptographicException>(() => SealedStream.Open(file, key, "other"));
            Assert.ThrowsAny<CryptographicException>(() => SealedStream.Open(file.AsSpan(0, file.Length - 1), key, "hash"));
            file[^1] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => SealedStream.Open(file, key, "hash"));
        }

        // Cut off at the edge of a segment, where every tag that is left is right.
        var whole = Seal(key, new byte[200_000]);
        Assert.ThrowsAny<CryptographicException>(() => SealedStream.Open(whole.AsSpan(0, 7 + (2 * 65_552)), key, "hash"));
    }

    private static byte[] Seal(byte[] key, byte[] plain)
    {
        using var output = new MemoryStream();
        using var writer = new SealedStream.Writer(output, key, "hash");
        writer.BeginAsync(default).GetAwaiter().GetResult();
        writer.WriteAsync(plain, default).GetAwaiter().GetResult();
        writer.EndAsync(default).GetAwaiter().GetResult();
        return output.ToArray();
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionMode.Compress))
            gzip.Write(bytes);
        return compressed.ToArray();
    }
}
