import type { EndReason, PlaceLost } from '@cobrowse/client/protocol';
import { Button } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleX,
  IconClockPause,
  IconShieldLock,
  IconUserOff,
} from '@tabler/icons-react';
import { clockDuration } from '../clock/duration.ts';
import { originWords } from '../queue/origin-words.ts';
import { Panel } from '../theme/panel.tsx';
import type { Words } from '../words/en/index.ts';
import { useWords } from '../words/language-context.tsx';
import { useWorkspace } from '../workspace/workspace-context.tsx';
import type { Outcome, Seat } from '../workspace/workspace-state.ts';
import { type OutcomeWords, outcomeWords } from './outcome-words.ts';

/** The report at the end of a session. */
export function SessionOver({ seat }: { readonly seat: Seat & { type: 'over' } }) {
  const workspace = useWorkspace();
  const { people, session } = useWords();
  const { over } = session;
  const { title, body, tone } =
    seat.outcome.type === 'removed'
      ? removedWords(seat, seat.outcome.reason, people.removed, over)
      : outcomeWords(seat.outcome, over);
  return (
    <Panel
      icon={outcomeIcon(seat.outcome)}
      tone={tone}
      title={title}
      actions={
        <Button autoFocus onClick={workspace.dismiss}>
          {over.back}
        </Button>
      }
    >
      <p>{body}</p>
      <p className="numbers">
        {seat.session.Topic ?? originWords(seat.session.Origin)} ·{' '}
        {clockDuration(seat.at - seat.session.CreatedAt)}
      </p>
    </Panel>
  );
}

/** Another agent's handover, or the lack of anybody to watch, is nobody's fault. */
function removedWords(
  { session }: Seat & { type: 'over' },
  reason: PlaceLost,
  words: Words['people']['removed'],
  over: Words['session']['over'],
): OutcomeWords {
  switch (reason) {
    case 'Withdrawn':
      return outcomeWords({ type: 'removed', reason }, over);
    case 'HandedOver': {
      const name = session.Invitations.find(({ Accepted }) => Accepted)?.ToName;
      const { title, body, somebody } = words.HandedOver;
      return { title, body: body(name ?? somebody), tone: 'calm' };
    }
    case 'TakenBack':
    case 'Unaccompanied':
      return { ...words[reason], tone: 'calm' };
    default:
      return reason satisfies never;
  }
}

function outcomeIcon(outcome: Outcome) {
  switch (outcome.type) {
    case 'removed':
      return outcome.reason === 'Withdrawn' ? (
        <IconCircleX size={26} stroke={1.6} />
      ) : (
        <IconCircleCheck size={26} stroke={1.6} />
      );
    case 'denied':
      return <IconCircleX size={26} stroke={1.6} />;
    case 'timed-out':
      return <IconClockPause size={26} stroke={1.6} />;
    case 'gone':
      return <IconUserOff size={26} stroke={1.6} />;
    case 'ended':
      return endIcon(outcome.reason);
    case 'withdrawn':
      return <IconCircleCheck size={26} stroke={1.6} />;
    default:
      return outcome satisfies never;
  }
}

function endIcon(reason: EndReason) {
  switch (reason) {
    case 'ConsentDenied':
      return <IconCircleX size={26} stroke={1.6} />;
    case 'ConsentTimedOut':
    case 'Expired':
      return <IconClockPause size={26} stroke={1.6} />;
    case 'CustomerGone':
      return <IconUserOff size={26} stroke={1.6} />;
    case 'IdentityChanged':
      return <IconShieldLock size={26} stroke={1.6} />;
    case 'CustomerEnded':
    case 'AgentEnded':
    case 'AgentsGone':
      return <IconCircleCheck size={26} stroke={1.6} />;
    default:
      return reason satisfies never;
  }
}
