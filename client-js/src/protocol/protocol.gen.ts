// Generated from protocol.json by CoBrowse.Protocol.Generator.

export const protocolVersion = 1;

export const limits = {
  /** Largest frame, header included. Snapshots and large changes travel in several frames. */
  frameBytes: 262144,
  /** Largest control message of a hub, in bytes. */
  controlBytes: 65536,
  /** Largest guidance or feedback body. */
  guidanceBytes: 4096,
  /** Largest body of one action of an agent who controls the page. */
  actionBytes: 4096,
  /** Largest asset that a customer's browser may upload. */
  assetBytes: 8388608,
  /** Most hashes that one question for missing assets may name. */
  missingHashes: 1024,
  /** Digits of a spoken code. */
  codeLength: 6,
  /** Most characters of the note that goes with an invitation of a colleague. */
  noteLength: 200,
  /** Most characters of the topic that a portal gives a session. */
  topicLength: 100,
  /** Most characters of a chat message. */
  chatTextLength: 1000,
  /** Most chat messages that a node keeps of a session, the newest. */
  chatKept: 200,
  /** Most characters of a value that an agent proposes. */
  proposalLength: 1000,
  /** Most values that are open at once with one customer. */
  openProposals: 12,
  /** Deepest nesting of maps and arrays in a hub message. */
  nestingDepth: 16,
} as const;

/** Where a session stands. Only Active lets frames pass. */
export type SessionState = 'Created' | 'Waiting' | 'Claimed' | 'Consenting' | 'Active' | 'Paused' | 'Ended';

/** Why a session ended. */
export type EndReason = 'CustomerEnded' | 'AgentEnded' | 'ConsentDenied' | 'ConsentTimedOut' | 'CustomerGone' | 'AgentsGone' | 'Expired' | 'IdentityChanged';

/** Why a customer's browser ends a session. */
export type CustomerEnd = 'CustomerEnded' | 'IdentityChanged';

/** What a participant is in a session. */
export type ParticipantRole = 'Customer' | 'Agent' | 'Supervisor';

/** Whether an agent can be asked. Busy goes by itself: it is who sits in a session. */
export type AgentStatus = 'Available' | 'Busy' | 'Away';

/** What an agent asks a colleague for: to join, or to take over. */
export type InvitationKind = 'Join' | 'Handover';

/** How an invitation ended. */
export type InvitationOutcome = 'Accepted' | 'Declined' | 'Expired' | 'TakenBack';

/** Why an agent lost a place that the customer had not refused: the customer took it back, a colleague took over, the handover was taken back, or no agent is left whom a supervisor could watch. */
export type PlaceLost = 'Withdrawn' | 'HandedOver' | 'TakenBack' | 'Unaccompanied';

/** What a customer can consent to. */
export type GrantKind = 'View' | 'Control';

/** How an agent stands to the control of the customer's page. Yielded: held, while the customer's own hands are on the page. */
export type ControlState = 'None' | 'Asked' | 'Held' | 'Yielded';

/** Why control of a page ended. */
export type ControlEnd = 'Revoked' | 'Released' | 'NewPage' | 'AgentAway' | 'Removed' | 'SessionEnded';

/** What an agent does on the customer's page: all that the node knows of an action. */
export type ActionKind = 'Click' | 'DoubleClick' | 'Type' | 'Select' | 'Check' | 'Scroll' | 'Focus' | 'Keys' | 'Hover' | 'Drag' | 'Back' | 'Forward' | 'Navigate';

/** What the customer's page made of an action: done, or why not. */
export type ActionOutcome = 'Done' | 'Moved' | 'Covered' | 'Masked' | 'Blocked' | 'Gone' | 'NotAccepted' | 'Paused' | 'OutsideOrigins' | 'Failed';

/** How a consent request ended. */
export type ConsentOutcome = 'Granted' | 'Denied' | 'TimedOut' | 'Withdrawn';

/** Why the node asks the customer's browser for a keyframe. */
export type KeyframeReason = 'FirstWatcher' | 'LogTooLong' | 'Resync';

/** What kind of value a field takes: a text, one of several options by its label, yes or no, a date or time. */
export type FieldKind = 'Text' | 'Choice' | 'Check' | 'Date';

/** What became of a proposed value. */
export type ProposalOutcome = 'Accepted' | 'Declined' | 'NotPossible';

/** Why a value cannot be proposed, or no longer. Typed: the customer changed the field. Left: the page is no longer the one it was proposed for, or no longer shared. */
export type ProposalReason = 'Gone' | 'Changed' | 'Disabled' | 'ReadOnly' | 'NotGranted' | 'Typed' | 'NoSuchOption' | 'NotValid' | 'Left' | 'TooMany';

/** Where the customer is: on a page that is shared, on one that the tenant withholds, or gone from a page of the portal and not yet on another: a document, a site without the snippet, or one that loads. */
export type PagePlace = 'Shared' | 'Withheld' | 'Elsewhere';

/** Why a waiting customer is kept for one agent first: they opened the agent's link, took the agent's invitation, or were with the agent before. */
export type ReservationCause = 'Link' | 'Invitation' | 'Return';

/** What became of an invitation of a customer. */
export type CustomerInvitationOutcome = 'Accepted' | 'Declined' | 'NotNow';

/** The only reasons that reach a client when something expected is refused. */
export type Refusal = 'NotFound' | 'WrongCode' | 'TooManyAttempts' | 'NotAllowed' | 'WrongState' | 'Expired' | 'AlreadyClaimed' | 'TooLarge' | 'OriginNotAllowed' | 'VersionNotSupported' | 'InvalidRequest' | 'TenantUnknown' | 'HashMismatch' | 'Superseded' | 'OnHold' | 'Reserved' | 'AgentGone';

/** The answer to a request that has no other answer. A null refusal means done. */
export interface Ack {
  Refusal: Refusal | null;
}

/** A participant as others see them. Hue is the number of their colour, the same for all. */
export interface ParticipantView {
  ParticipantId: string;
  Role: ParticipantRole;
  Name: string;
  Present: boolean;
  Watching: boolean;
  Hue: number;
  Control: ControlState;
}

/** A session as its participants see it. Times are Unix milliseconds, UTC. Words are the two words that customer and agents compare. VerifiedAs, for agents, is the reference by which the bank vouches for the customer. Invitations are those of colleagues that are open, for agents who may view. */
export interface SessionView {
  SessionId: string;
  State: SessionState;
  Code: string | null;
  Topic: string | null;
  Origin: string;
  CreatedAt: number;
  EndReason: EndReason | null;
  CustomerPresent: boolean;
  Participants: readonly ParticipantView[];
  Words: string | null;
  VerifiedAs: string | null;
  Place: PagePlace;
  Invitations: readonly InvitationView[];
}

/** One agent asks another of the tenant to join a session or to take it over. An accepted handover stays until the customer has said yes. ExpiresIn is in seconds. */
export interface InvitationView {
  InvitationId: string;
  SessionId: string;
  Kind: InvitationKind;
  FromName: string;
  ToName: string;
  Topic: string | null;
  Origin: string;
  Note: string | null;
  ExpiresIn: number;
  Accepted: boolean;
}

/** An agent of the tenant as colleagues see them. AgentId is this node's own, and good for invitations only. */
export interface ColleagueView {
  AgentId: string;
  Name: string;
  Title: string | null;
  Role: ParticipantRole;
  Status: AgentStatus;
}

/** Colleagues, those who can be asked first; More is how many others there are. */
export interface ColleagueList {
  Colleagues: readonly ColleagueView[];
  More: number;
}

/** A session that runs and in which an agent has a place. Open: one of the agent's connections sits in it. */
export interface OwnSession {
  SessionId: string;
  Topic: string | null;
  Origin: string;
  State: SessionState;
  CreatedAt: number;
  Open: boolean;
  Supervises: boolean;
}

/** A session with an agent in it, for supervisors of the tenant. Agents are their names. */
export interface HelpedSession {
  SessionId: string;
  Topic: string | null;
  Origin: string;
  State: SessionState;
  CreatedAt: number;
  CustomerPresent: boolean;
  Agents: readonly string[];
}

/** An agent's own desk. Watermark: the tenant wants the agent's name over what customers show. */
export interface DeskView {
  Self: ColleagueView;
  Invitations: readonly InvitationView[];
  Sessions: readonly OwnSession[];
  Watermark: boolean;
}

/** A customer's tab takes its place in the session that its ticket names. */
export interface CustomerJoin {
  ProtocolVersion: number;
  TabId: string;
}

/** Policy is the masking policy, JSON, and PolicyHash the SHA-256 of its UTF-8 bytes as lower-case hex; null with a refusal. Withheld is a regular expression over the paths of pages from which no frame may leave, if there are any. */
export interface CustomerJoined {
  Refusal: Refusal | null;
  Session: SessionView | null;
  Policy: string | null;
  PolicyHash: string | null;
  Watch: WatchView | null;
  Consent: ConsentRequest | null;
  Control: ControlRules | null;
  Withheld: string | null;
}

/** What no agent may do on this tenant's pages, whatever the customer grants: press what Blocked selects, submit forms, leave Origins (their port may be '*'). A page may only add. */
export interface ControlRules {
  Blocked: readonly string[];
  AllowSubmit: boolean;
  Origins: readonly string[];
}

/** An agent asks, by name, for grants. ExpiresIn is in seconds; silence is a no. HandedOverBy names the agent who leaves with the yes; WithSupervisors: a yes holds for the agent's supervisors too, who are shown when they watch. */
export interface ConsentRequest {
  RequestId: string;
  AgentId: string;
  AgentName: string;
  AgentTitle: string | null;
  Grants: readonly GrantKind[];
  ExpiresIn: number;
  HandedOverBy: string | null;
  WithSupervisors: boolean;
}

/** The customer's answer to one consent request. */
export interface ConsentAnswer {
  RequestId: string;
  Granted: boolean;
}

/** Who receives frames now. Nobody: nothing is captured. */
export interface WatchView {
  Watching: boolean;
  Watchers: readonly ParticipantView[];
}

/** A waiting customer. WaitingSince is in Unix milliseconds, UTC. */
export interface QueueEntry {
  SessionId: string;
  Topic: string | null;
  Origin: string;
  WaitingSince: number;
  Reservation: ReservationView | null;
}

/** Until Until, in Unix milliseconds, UTC, only the named agent may claim; Yours: that is the one who reads this. */
export interface ReservationView {
  AgentName: string;
  Cause: ReservationCause;
  Until: number;
  Yours: boolean;
}

/** A link that starts one session with the agent who made it. ExpiresAt is in Unix milliseconds, UTC. */
export interface MadeLink {
  Refusal: Refusal | null;
  Address: string | null;
  ExpiresAt: number | null;
}

/** An invitation that a customer is being shown. ExpiresAt is in Unix milliseconds, UTC. */
export interface Invited {
  Refusal: Refusal | null;
  InvitationId: string | null;
  ExpiresAt: number | null;
}

/** Where an agent's browser reads a session's assets: BaseUrl (ends with a slash) followed by a hash. ExpiresAt is in Unix milliseconds, UTC. */
export interface AssetAccess {
  BaseUrl: string;
  ExpiresAt: number;
}

/** The answer to an agent who claims, joins or rejoins. Frames follow once the customer has consented. Labels are the texts that Annotate may show. */
export interface AgentJoined {
  Refusal: Refusal | null;
  Session: SessionView | null;
  ParticipantId: string | null;
  Assets: AssetAccess | null;
  ConsentExpiresIn: number | null;
  Labels: readonly string[];
}

/** A message of the chat. Number rises with each message of the session and leaves gaps; Id is the sender's own, by which a repeated sending is known. From is null for the customer. At is in Unix milliseconds, UTC. */
export interface ChatMessage {
  Number: number;
  Id: string;
  From: string | null;
  Name: string;
  Text: string;
  At: number;
}

/** Messages, the oldest first: what is new, or all that is kept for who joins. CustomerHas and AgentsHave: the newest number that has arrived with the customer, and with any agent. */
export interface ChatLog {
  SessionId: string;
  Messages: readonly ChatMessage[];
  CustomerHas: number;
  AgentsHave: number;
}

/** The answer to a message: as it stands in the chat, or why it does not. */
export interface ChatSent {
  Refusal: Refusal | null;
  Message: ChatMessage | null;
}

/** A value for one field. Id is the agent's own. Epoch and Node name the field as the replica knows it. Value is a text, the label of an option, 'true' or 'false', or a date as HTML writes it. */
export interface Proposal {
  Id: string;
  Epoch: number;
  Node: number;
  Kind: FieldKind;
  Value: string;
}

export const customerHubPath = '/hubs/customer';

/** What a client calls on the Customer hub. */
export interface CustomerHubServer {
  /** Takes the tab's place in the session. The newest tab wins; the former one is told Superseded. */
  Join(join: CustomerJoin): CustomerJoined;
  /** Answers an open consent request. */
  AnswerConsent(answer: ConsentAnswer): Ack;
  /** Stops frames until Resume; agents keep their place. */
  Pause(): Ack;
  /** Lets frames pass again. */
  Resume(): Ack;
  /** Withdraws one agent's grants; the others go on. */
  RemoveAgent(participantId: string): Ack;
  /** Takes control of the page back; viewing goes on. */
  RevokeControl(): Ack;
  /** The customer's own hands are on the page, or are no longer: the agent's control gives way meanwhile. */
  YieldControl(yields: boolean): Ack;
  /** What became of an action. */
  Acted(action: number, outcome: ActionOutcome): Ack;
  /** Ends the session for everybody; without a reason, CustomerEnded. IdentityChanged may come from any tab, joined or not. */
  End(reason: CustomerEnd | null): Ack;
  /** The node's time, Unix milliseconds. Answered in order: what was sent before it has arrived. */
  Ping(): number;
  /** Says that the customer is on a page that is withheld, or on a shared one again; Elsewhere, that this page is being left. */
  StandAt(place: PagePlace): Ack;
  /** Says who is signed in, by a token of the tenant's backend. Somebody else than before ends the session; what is no such token is NotAllowed and changes nothing. */
  Identify(token: string): Ack;
  /** This epoch is captured under the policy with this hash. Sent before the epoch's first frame; HashMismatch: another policy holds by now. */
  UsePolicy(hash: string, epoch: number): Ack;
  /** Writes to the agents whom the customer has accepted. Sent again under the same id, it is answered and not written twice. */
  SendChat(id: string, text: string): ChatSent;
  /** A message is being written; said every few seconds at most. */
  TypeChat(): void;
  /** All messages up to this number have arrived. */
  ReceiveChat(number: number): void;
  /** What became of a value that an agent proposed. A reason goes with NotPossible alone. */
  AnswerProposal(participantId: string, id: string, outcome: ProposalOutcome, reason: ProposalReason | null): Ack;
  /** One frame for all who watch. Spliced past the hub where the splice is on. */
  f(frame: Uint8Array): void;
}

/** What the node calls on a Customer connection. */
export interface CustomerHubClient {
  /** State or participants changed. */
  SessionChanged(session: SessionView): void;
  /** Ask the customer. */
  ConsentRequested(request: ConsentRequest): void;
  /** The request was withdrawn or timed out: close the question. */
  ConsentClosed(requestId: string): void;
  /** Start, go on or stop capturing. */
  WatchChanged(watch: WatchView): void;
  /** Send a keyframe at the next idle moment. */
  KeyframeNeeded(reason: KeyframeReason): void;
  /** An agent's pointer or mark. */
  Guidance(participantId: string, body: Uint8Array): void;
  /** What an agent draws. */
  Annotation(participantId: string, body: Uint8Array, label: string | null): void;
  /** A replica's request to the capture. */
  Feedback(participantId: string, body: Uint8Array): void;
  /** What the agent who controls the page does. Answered with Acted. */
  Action(participantId: string, action: number, kind: ActionKind, body: Uint8Array): void;
  /** Another masking policy holds from now on: frames are refused until UsePolicy names it. Capture anew under it. */
  PolicyChanged(policy: string, hash: string): void;
  /** Messages, and how far they have arrived. */
  Chat(log: ChatLog): void;
  /** An agent is writing. */
  ChatTyping(participantId: string): void;
  /** An agent proposes a value for a field. */
  Proposed(participantId: string, proposal: Proposal): void;
  /** The agent takes a value back. */
  ProposalTakenBack(participantId: string, id: string): void;
  /** Another tab took the customer's place: stop capturing, keep the pointer. */
  Superseded(): void;
}

export const agentHubPath = '/hubs/agent';

/** What a client calls on the Agent hub. */
export interface AgentHubServer {
  /** The waiting customers of the agent's tenant, oldest first. */
  GetQueue(): readonly QueueEntry[];
  /** Takes a waiting customer and asks for consent. */
  Claim(sessionId: string): AgentJoined;
  /** Joins the session with this spoken code and asks for consent. */
  JoinByCode(code: string): AgentJoined;
  /** Goes on in a session after a lost connection; no new question. */
  Rejoin(sessionId: string): AgentJoined;
  /** A link to the portal's start page that starts one session with this agent. */
  MakeLink(): MadeLink;
  /** Asks the customer with exactly this reference, if they are on the portal now. */
  InviteCustomer(reference: string): Invited;
  /** A fresh capability for the joined session's assets. */
  RenewAssets(): AssetAccess | null;
  /** Leaves; the session waits for another agent or ends. */
  Leave(): Ack;
  /** Ends the session for everybody. */
  EndSession(): Ack;
  /** The agent's own status, invitations and sessions. */
  GetDesk(): DeskView;
  /** Colleagues whose name or title contains all words of the search. */
  GetColleagues(search: string | null): ColleagueList;
  /** Available or Away, for all of the agent's connections. Busy cannot be chosen. */
  ChooseStatus(status: AgentStatus): Ack;
  /** Nobody is at this connection's console, or somebody is again. Who is at none is away. */
  SetIdle(idle: boolean): Ack;
  /** Asks a colleague to join the session or to take it over. */
  Invite(agentId: string, kind: InvitationKind, note: string | null): Ack;
  /** Takes an own invitation back; a handover until the customer has said yes. */
  TakeInvitationBack(invitationId: string): Ack;
  /** Joins as asked; the customer is asked for consent, by name. With a handover the other agent leaves with the customer's yes. */
  AcceptInvitation(sessionId: string, invitationId: string): AgentJoined;
  /** Says no to a colleague. */
  DeclineInvitation(sessionId: string, invitationId: string): Ack;
  /** The sessions of the tenant in which an agent helps; for supervisors. */
  GetHelpedSessions(): readonly HelpedSession[];
  /** A supervisor watches a running session, and never guides. The customer is asked, or told, as the tenant's consent text says. */
  Watch(sessionId: string): AgentJoined;
  /** A pointer or mark for the customer's page. */
  Guide(body: Uint8Array): void;
  /** Draws on the customer's page, or takes a drawing away. A label is one of those that the tenant approved. */
  Annotate(body: Uint8Array, label: string | null): Ack;
  /** The replica's request to the capture. */
  Feedback(body: Uint8Array): void;
  /** Writes to the customer who has accepted this agent, and to the other agents. Sent again under the same id, it is answered and not written twice. */
  SendChat(id: string, text: string): ChatSent;
  /** A message is being written; said every few seconds at most. */
  TypeChat(): void;
  /** All messages up to this number have arrived. */
  ReceiveChat(number: number): void;
  /** Answers that the tenant has approved. */
  GetCannedAnswers(): readonly string[];
  /** Proposes a value for a field; the customer accepts or declines. */
  Propose(proposal: Proposal): Ack;
  /** Takes a proposed value back. */
  TakeBack(id: string): Ack;
  /** Asks the customer for control of the page. AlreadyClaimed: another agent has it or asks for it. TooManyAttempts: they have said no often enough. */
  AskControl(): Ack;
  /** Gives control back, or the question up. */
  ReleaseControl(): Ack;
  /** Does something on the customer's page. Numbers of actions rise; the answer comes with Acted. */
  Act(action: number, kind: ActionKind, body: Uint8Array): Ack;
  /** The node's time, Unix milliseconds: measures the round trip. */
  Ping(): number;
}

/** What the node calls on a Agent connection. */
export interface AgentHubClient {
  /** The waiting customers, oldest first. */
  QueueChanged(queue: readonly QueueEntry[]): void;
  /** State or participants changed. */
  SessionChanged(session: SessionView): void;
  /** Somebody opened a link of this agent's; with a refusal, to no avail. */
  LinkOpened(refusal: Refusal | null): void;
  /** What became of an invitation of this agent's. */
  InvitationAnswered(invitationId: string, outcome: CustomerInvitationOutcome): void;
  /** How this agent's own request ended. */
  ConsentDecided(outcome: ConsentOutcome): void;
  /** How this agent's question for control ended. */
  ControlDecided(outcome: ConsentOutcome): void;
  /** This agent controls the page no longer. */
  ControlEnded(reason: ControlEnd): void;
  /** What became of an action. */
  Acted(action: number, outcome: ActionOutcome): void;
  /** Live frames were dropped for this slow connection; a keyframe follows. */
  Resyncing(): void;
  /** This agent lost the place in the session. */
  Removed(reason: PlaceLost): void;
  /** The agent's own status, invitations or sessions changed. */
  DeskChanged(desk: DeskView): void;
  /** Who is there, and can be asked, changed. The list names the agent too. */
  ColleaguesChanged(list: ColleagueList): void;
  /** For supervisors: the sessions of the tenant. */
  HelpedSessionsChanged(sessions: readonly HelpedSession[]): void;
  /** An invitation that this agent sent or got ended. */
  InvitationClosed(invitation: InvitationView, outcome: InvitationOutcome): void;
  /** Messages, and how far they have arrived. */
  Chat(log: ChatLog): void;
  /** Somebody is writing; null is the customer. */
  ChatTyping(participantId: string | null): void;
  /** What became of a value that this agent proposed. */
  ProposalClosed(id: string, outcome: ProposalOutcome, reason: ProposalReason | null): void;
  /** One frame from the customer. */
  f(frame: Uint8Array): void;
}

export const frameHeaderBytes = 16;

export const frameKind = {
  snapshot: 1,
  update: 2,
  presence: 3,
} as const;

export const frameMark = {
  keyframe: 1,
  last: 2,
  deflated: 4,
} as const;

export const opcode = {
  document: 1,
  shadow: 2,
  at: 3,
  remove: 4,
  element: 5,
  text: 6,
  doctype: 7,
  up: 8,
  place: 9,
  placeRun: 10,
  attribute: 11,
  attributeDelta: 12,
  data: 13,
  dataDelta: 14,
  property: 15,
  scroll: 16,
  sheet: 17,
  sheetRules: 18,
  ruleInsert: 19,
  ruleDelete: 20,
  declaration: 21,
  ruleText: 22,
  sheetState: 23,
  adopted: 24,
  sheetText: 25,
  viewport: 26,
  pointer: 27,
  click: 28,
  focus: 29,
  hover: 30,
  active: 31,
  selection: 32,
  target: 33,
  canvas: 34,
  box: 35,
  title: 36,
  template: 37,
  cdata: 38,
  shapes: 39,
  hash: 40,
  shadowDrop: 41,
  comment: 42,
  instruction: 43,
  font: 44,
  propertyRule: 45,
  animation: 46,
  media: 47,
  inputSelection: 48,
  colorScheme: 49,
} as const;

export const propertyCode = {
  value: 1,
  checked: 2,
  indeterminate: 3,
  selected: 4,
  dialogOpen: 5,
  popoverOpen: 6,
  fullscreen: 7,
  customValidity: 8,
  customStates: 9,
  fileNames: 10,
  currentSource: 11,
  defined: 12,
  userInteracted: 13,
  slotAssignment: 14,
  scrollBehaviourHint: 15,
  imageState: 16,
} as const;
