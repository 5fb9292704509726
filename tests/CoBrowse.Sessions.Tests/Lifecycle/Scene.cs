using CoBrowse.Protocol;

namespace CoBrowse.Sessions.Tests.Lifecycle;

/// <summary>A session on a stage: each call is one request, after everything that time has made due.</summary>
internal sealed class Scene
{
    public static readonly ConnectionId Tab = new("tab");

    public Scene(Supervision supervision = Supervision.Ask) => Session = Session.Create(
        new NewSession(new TenantId("demo"), "https://bank.example", "help"), new SessionCode("123456"), new SessionRules { Supervision = supervision }, Time);

    public ManualTime Time { get; } = new();

    public Session Session { get; private set; }

    public List<SessionEvent> Events { get; } = [];

    public SessionState State => Session.Lifecycle.State;

    public EndReason? Reason => (Session.Lifecycle as Sessions.Lifecycle.Ended)?.Reason;

    public static AgentIdentity Agent(string subject) => new(subject, subject, null, ParticipantRole.Agent);

    public static AgentIdentity Supervisor(string subject) => new(subject, subject, "Supervisor", ParticipantRole.Supervisor);

    public static ConnectionId Line(string subject) => new("line-" + subject);

    public Refusal? Do(Func<Session, SessionStep> step)
    {
        var done = Session.PassTime(Time).Then(step);
        Session = done.Session;
        Events.AddRange(done.Events);
        return done.Refusal;
    }

    public Refusal? CustomerJoins() => Do(session => session.CustomerJoins(Tab, "t1", Time));

    public Refusal? Claims(string subject) => Do(session => session.Claim(Agent(subject), Line(subject), Time));

    public Refusal? JoinsByCode(string subject) => Do(session => session.JoinByCode(Agent(subject), Line(subject), Time));

    public Refusal? Invites(string by, string subject, InvitationKind kind = InvitationKind.Join, string? note = null) =>
        Do(session => session.Invite(Line(by), Agent(subject), kind, note, Time));

    public Refusal? Accepts(string subject, InvitationId? id = null) =>
        Do(session => session.Accept(id ?? InvitationOf(subject), Agent(subject), Line(subject), Time));

    public Refusal? Declines(string subject) => Do(session => session.Decline(InvitationOf(subject), subject));

    /// <summary>Takes back what was asked of a colleague, answered or not.</summary>
    public Refusal? TakesBack(string by, string subject) => Do(session => session.TakeBack(
        Line(by), session.AgentWith(subject)?.Succeeds?.Invitation ?? InvitationOf(subject), Time));

    public Refusal? Watches(string subject) => Do(session => session.Watch(Supervisor(subject), Line(subject), Time));

    public InvitationId InvitationOf(string subject) =>
        Session.Invitations.Find(open => open.To.Subject == subject)?.Id ?? InvitationId.Create(Time);

    public Refusal? Answers(string subject, bool granted) =>
        Do(session => session.Answer(RequestOf(subject), granted, Time));

    public Refusal? AsksControl(string subject) => Do(session => session.AskControl(Line(subject), Time));

    public Refusal? AnswersControl(bool granted) => Do(session => session.Answer(
        (session.Control as PageControl.Asked)?.Request ?? ConsentRequestId.Create(Time), granted, Time));

    public Refusal? Acts(string subject, int number, ActionKind kind = ActionKind.Click) =>
        Do(session => session.Act(Line(subject), number, kind, [1]));

    /// <summary>A session whose agent the customer lets act on the page.</summary>
    public static Scene Controlled(string subject = "alex")
    {
        var scene = Running(subject);
        scene.AsksControl(subject);
        scene.AnswersControl(granted: true);
        return scene;
    }

    public ConsentRequestId RequestOf(string subject) => Session.AgentWith(subject)?.Consent switch
    {
        Consent.Asked asked => asked.Request,
        Consent.Granted given => given.Request,
        _ => ConsentRequestId.Create(Time),
    };

    /// <summary>A session with one agent whom the customer lets watch.</summary>
    public static Scene Running(string subject = "alex", Supervision supervision = Supervision.Ask)
    {
        var scene = new Scene(supervision);
        scene.CustomerJoins();
        scene.Claims(subject);
        scene.Answers(subject, granted: true);
        return scene;
    }
}
