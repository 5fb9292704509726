import { useCallback, useState } from 'react';
import { ChatPanel } from '../chat/chat-panel.tsx';
import { ChatToggle } from '../chat/chat-toggle.tsx';
import { useQuality } from '../connection/use-quality.ts';
import { useRememberedFlag } from '../keyboard/remembered-flag.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { SentInvitations } from '../people/sent-invitations.tsx';
import { Stage } from '../replica-stage/stage.tsx';
import type { Zoom } from '../replica-stage/stage-scale.ts';
import { useWords } from '../words/language-context.tsx';
import { mayAsk, supervises } from '../workspace/own-place.ts';
import { useWorkspace, useWorkspaceState } from '../workspace/workspace-context.tsx';
import type { Seated } from '../workspace/workspace-state.ts';
import { ConditionNotice } from './condition-notice.tsx';
import { ConsentWait } from './consent-wait.tsx';
import { SessionBar } from './session-bar.tsx';
import { type SessionCondition, sessionCondition } from './session-condition.ts';
import styles from './session-place.module.css';

interface SessionPlaceProps {
  readonly seat: Seated;
  readonly agentName: string;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onAsk: () => void;
  readonly onEnd: () => void;
}

/** The agent's place in a session: the bar above, the customer's page or the wait for it below. */
export function SessionPlace({ seat, agentName, zoom, onZoom, onAsk, onEnd }: SessionPlaceProps) {
  const workspace = useWorkspace();
  const { people: words } = useWords();
  const { link } = useWorkspaceState();
  const quality = useQuality(link.type === 'online' ? workspace.ping : undefined);
  const condition = sessionCondition(seat, link, quality.type === 'silent');
  const leave = useCallback(() => void workspace.leave(), [workspace]);
  const [chatShown, setChatShown] = useRememberedFlag('chat', false);
  const [keysOn] = useRememberedFlag('shortcuts', true);
  const [asked, setAsked] = useState(false);
  const toggleChat = () => {
    setAsked(!chatShown);
    setChatShown(!chatShown);
  };
  useShortcuts({ m: toggleChat }, keysOn);
  return (
    <>
      <SessionBar
        seat={seat}
        condition={condition}
        quality={quality}
        chat={<ChatToggle opened={chatShown} onToggle={toggleChat} />}
        onAsk={mayAsk(seat) ? onAsk : undefined}
        onRefresh={workspace.refresh}
        onLeave={leave}
        onEnd={onEnd}
      />
      {supervises(seat) && <p className={styles['supervising']}>{words.supervising}</p>}
      <SentInvitations seat={seat} />
      <div className={styles['beside']}>
        {seat.consent.type === 'asking' ? (
          <ConsentWait
            agentName={agentName}
            until={seat.consent.until}
            since={seat.since}
            words={seat.session.Words}
          />
        ) : (
          <Stage
            seat={seat}
            view={viewOf(condition)}
            zoom={zoom}
            onZoom={onZoom}
            notice={
              <ConditionNotice
                condition={condition}
                lostSince={link.type === 'reconnecting' ? link.since : undefined}
                onRefresh={workspace.refresh}
              />
            }
          />
        )}
        {chatShown && (
          <ChatPanel
            seat={seat}
            disabled={seat.consent.type === 'asking' || !seat.joined}
            focus={asked}
            onClose={toggleChat}
          />
        )}
      </div>
    </>
  );
}

/** A customer who pauses wants not to be seen: the last picture goes too. */
function viewOf(condition: SessionCondition): 'live' | 'still' | 'hidden' {
  switch (condition.type) {
    case 'paused':
    case 'withheld':
    case 'asking':
      return 'hidden';
    case 'live':
    case 'catching-up':
    case 'first-picture':
      return 'live';
    case 'cut':
    case 'silent':
    case 'returning':
    case 'away':
    case 'elsewhere':
    case 'lost':
    case 'broken':
      return 'still';
    default:
      return condition satisfies never;
  }
}
