using System.Net;
using System.Text;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Assets;

public sealed class PublicAssetTests
{
    private static readonly (string, string)[] LongSession = [("Sessions:Lifetime", "7.00:00:00"), ("Sessions:CustomerGrace", "7.00:00:00")];

    private static readonly byte[] Sheet = "body { color: rebeccapurple }"u8.ToArray();

    [Fact]
    public async Task Who_uploads_a_sheet_first_as_an_image_spoils_it_for_nobody()
    {
        await using var node = new TestNode();
        var hostile = await node.OpenAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await Uploads.PutAsync(node, hostile.Token, "public", Sheet, "image/png")).StatusCode);

        await using var session = await node.RunAsync();
        Assert.Empty(await Uploads.MissingAsync(node, session.Opened.Token, "public", Uploads.HashOf(Sheet)));
        var request = new HttpRequestMessage(HttpMethod.Get, session.Joined.Assets!.BaseUrl + Uploads.HashOf(Sheet));
        request.Headers.Add("Sec-Fetch-Dest", "style");
        var answer = await node.Http.SendAsync(request);
        Assert.Equal("text/css", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Sheet, await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task What_the_tenant_shares_is_missing_in_none_of_its_sessions_and_what_a_session_has_in_all_others()
    {
        await using var node = new TestNode();
        var (first, second) = (await node.OpenAsync(), await node.OpenAsync());
        await Uploads.PutAsync(node, first.Token, "public", Sheet);
        Assert.Empty(await Uploads.MissingAsync(node, second.Token, "session", Uploads.HashOf(Sheet)));
        await Uploads.PutAsync(node, first.Token, "session", SheetOf900Bytes(1));
        Assert.Equal(
            [Uploads.HashOf(SheetOf900Bytes(1))],
            await Uploads.MissingAsync(node, second.Token, "session", Uploads.HashOf(SheetOf900Bytes(1))));
    }

    [Fact]
    public async Task Bytes_of_no_known_format_may_be_a_sessions_own_but_not_everybodys()
    {
        await using var node = new TestNode();
        var opened = await node.OpenAsync();
        byte[] bytes = [1, 2, 3, 4];
        Assert.Equal("InvalidRequest", await Node.ReasonAsync(await Uploads.PutAsync(node, opened.Token, "public", bytes, "image/png")));
        Assert.Equal(HttpStatusCode.NoContent, (await Uploads.PutAsync(node, opened.Token, "session", bytes, "image/png")).StatusCode);
    }

    [Fact]
    public async Task Over_the_tenants_bound_what_was_used_longest_ago_goes()
    {
        await using var node = new TestNode(null, [("Assets:LargestBytes", "1000"), ("Assets:PublicBytes", "3300"), .. LongSession]);
        var token = (await node.OpenAsync()).Token;
        var sheets = Enumerable.Range(0, 4).Select(SheetOf900Bytes).ToList();
        foreach (var sheet in sheets[..3])
        {
            await Uploads.PutAsync(node, token, "public", sheet);
            node.Time.Advance(TimeSpan.FromHours(1));
        }

        // The oldest is asked for again, so the second is now the one that nobody misses.
        Assert.Empty(await Uploads.MissingAsync(node, token, "public", Uploads.HashOf(sheets[0])));
        await Uploads.PutAsync(node, token, "public", sheets[3]);
        Assert.Equal(
            [Uploads.HashOf(sheets[1])],
            await Uploads.MissingAsync(node, token, "public", [.. sheets.Select(sheet => Uploads.HashOf(sheet))]));
    }

    [Fact]
    public async Task What_nobody_uses_goes_after_a_while_and_what_is_used_stays()
    {
        await using var node = new TestNode(null, [("Assets:PublicUnused", "2.00:00:00"), .. LongSession]);
        var token = (await node.OpenAsync()).Token;
        var (used, unused) = (SheetOf900Bytes(1), SheetOf900Bytes(2));
        await Uploads.PutAsync(node, token, "public", used);
        await Uploads.PutAsync(node, token, "public", unused);
        for (var day = 0; day < 3; day++)
        {
            Assert.Empty(await Uploads.MissingAsync(node, token, "public", Uploads.HashOf(used)));
            node.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(
            [Uploads.HashOf(unused)],
            await Uploads.MissingAsync(node, token, "public", Uploads.HashOf(used), Uploads.HashOf(unused)));
    }

    [Fact]
    public async Task One_session_gives_no_more_than_its_own_bound()
    {
        await using var node = new TestNode(null, ("Assets:LargestBytes", "1000"), ("Assets:SessionBytes", "2000"), ("Assets:PublicBytes", "100000"));
        var token = (await node.OpenAsync()).Token;
        foreach (var number in (int[])[1, 2])
            Assert.Equal(HttpStatusCode.NoContent, (await Uploads.PutAsync(node, token, "public", SheetOf900Bytes(number))).StatusCode);
        Assert.Equal("TooLarge", await Node.ReasonAsync(await Uploads.PutAsync(node, token, "public", SheetOf900Bytes(3))));
        Assert.Equal("TooLarge", await Node.ReasonAsync(await Uploads.PutAsync(node, token, "session", SheetOf900Bytes(3))));
    }

    private static byte[] SheetOf900Bytes(int number) => Encoding.ASCII.GetBytes($"/* {number} */".PadRight(900));
}
