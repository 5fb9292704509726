using CoBrowse.Protocol;

namespace CoBrowse.Sessions.Tests.Lifecycle;

/// <summary>A session on a stage: each call is one request, after everything that time has made due.</summary>
internal sealed class Scene
{
    public static readonly ConnectionId Tab = new("tab");

    public Scene() => Session = Session.Create(
        new NewSession(new TenantId("demo"), "https://bank.example", "help"), new SessionCode("123456"), new SessionRules(), Time);

    public ManualTime Time { get; } = new();

    public Session Session { get; private set; }

    public List<SessionEvent> Events { get; } = [];

    public SessionState State => Session.Lifecycle.State;

    public EndReason? Reason => (Session.Lifecycle as Sessions.Lifecycle.Ended)?.Reason;

    public static AgentIdentity Agent(string subject) => new(subject, subject, null, ParticipantRole.Agent);

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
    public static Scene Running(string subject = "alex")
    {
        var scene = new Scene();
        scene.CustomerJoins();
        scene.Claims(subject);
        scene.Answers(subject, granted: true);
        return scene;
    }
}
