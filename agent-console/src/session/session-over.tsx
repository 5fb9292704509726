import type { EndReason } from '@cobrowse/client/protocol';
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
import { useWorkspace } from '../workspace/workspace-context.tsx';
import type { Outcome, Seat } from '../workspace/workspace-state.ts';
import { outcomeWords } from './outcome-words.ts';

/** The report at the end of a session. */
export function SessionOver({ seat }: { readonly seat: Seat & { type: 'over' } }) {
  const workspace = useWorkspace();
  const { title, body, tone } = outcomeWords(seat.outcome);
  return (
    <Panel
      icon={outcomeIcon(seat.outcome)}
      tone={tone}
      title={title}
      actions={
        <Button autoFocus onClick={workspace.dismiss}>
          Back to the queue
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

function outcomeIcon(outcome: Outcome) {
  switch (outcome.type) {
    case 'denied':
    case 'removed':
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
