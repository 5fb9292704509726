using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Tickets;
using CoBrowse.Sessions;
using CoBrowse.Sessions.Tests;

namespace CoBrowse.Server.Tests.Tickets;

public sealed class TicketBoothTests
{
    private readonly ManualTime time = new(DateTimeOffset.UnixEpoch);
    private readonly TicketBooth booth;

    public TicketBoothTests() => booth = new TicketBooth(Microsoft.Extensions.Options.Options.Create(new TicketOptions()), time);

    [Fact]
    public void Who_reconnects_for_hours_fills_no_memory_and_keeps_the_newest_connections()
    {
        var caller = Agent("alex");
        var used = new List<string>();
        for (var i = 0; i < 1000; i++)
        {
            used.Add(booth.Sell(caller));
            Assert.NotNull(booth.Take(used[i], $"connection {i}"));
            time.Advance(TimeSpan.FromSeconds(20));
        }

        Assert.Equal(TicketBooth.PerCaller, booth.Count);
        Assert.NotNull(booth.Take(used[1000 - TicketBooth.PerCaller], $"connection {1000 - TicketBooth.PerCaller}"));
        Assert.Null(booth.Take(used[0], "connection 0"));
    }

    [Fact]
    public void One_caller_pushes_out_nobody_elses_tickets()
    {
        var (other, customer) = (booth.Sell(Agent("sam")), booth.Sell(Customer()));
        for (var i = 0; i < 1000; i++)
            booth.Sell(Agent("alex"));
        Assert.NotNull(booth.Take(other, "sam's"));
        Assert.NotNull(booth.Take(customer, "the customer's"));
        Assert.Equal(TicketBooth.PerCaller + 2, booth.Count);
    }

    [Fact]
    public void Tickets_that_can_open_nothing_are_forgotten_and_used_ones_when_their_token_expires()
    {
        for (var i = 0; i < 100; i++)
            booth.Sell(Customer());
        var used = booth.Sell(Agent("alex"));
        Assert.NotNull(booth.Take(used, "one"));
        time.Advance(TimeSpan.FromMinutes(5));
        booth.Sell(Agent("sam"));
        Assert.Equal(2, booth.Count);
        Assert.NotNull(booth.Take(used, "one"));
        time.Advance(TimeSpan.FromHours(8));
        booth.Sell(Agent("sam"));
        Assert.Equal(1, booth.Count);
        Assert.Null(booth.Take(used, "one"));
    }

    private static Caller.Agent Agent(string subject) => new(
        new TenantId("bank"), DateTimeOffset.UnixEpoch.AddHours(8), new AgentIdentity(subject, subject, null, ParticipantRole.Agent), [], Administers: false);

    private static Caller.Customer Customer() =>
        new(new TenantId("bank"), DateTimeOffset.UnixEpoch.AddHours(8), SessionId.Create(TimeProvider.System), "http://localhost:5999");
}
