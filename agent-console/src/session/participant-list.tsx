import type { ParticipantView, SessionView } from '@cobrowse/client/protocol';
import { hueOf } from '@cobrowse/client/protocol';
import { Tooltip } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { initials } from '../sign-in/identity.ts';
import styles from './participant-list.module.css';

/** Who is in the session: the customer first, then those who may watch. */
export function ParticipantList({ session, self }: { readonly session: SessionView; readonly self: string }) {
  const agents = session.Participants.filter((participant) => participant.Role !== 'Customer');
  return (
    <ul className={styles['list']} aria-label="Participants">
      <li>
        <Badge
          words={session.CustomerPresent ? 'Customer, present' : 'Customer, away'}
          present={session.CustomerPresent}
          customer
        />
      </li>
      {agents.map((agent) => (
        <li key={agent.ParticipantId}>
          <Badge words={agentWords(agent, self)} present={agent.Present} name={agent.Name} hue={agent.Hue} />
        </li>
      ))}
    </ul>
  );
}

function agentWords(agent: ParticipantView, self: string): string {
  const who = agent.ParticipantId === self ? `${agent.Name} (you)` : agent.Name;
  const role = agent.Role === 'Supervisor' ? ', supervisor' : '';
  return `${who}${role}, ${agent.Watching ? 'watching' : agent.Present ? 'not watching' : 'disconnected'}`;
}

interface BadgeProps {
  readonly words: string;
  readonly present: boolean;
  readonly customer?: boolean;
  readonly name?: string;
  /** The number of the colour that the customer sees. */
  readonly hue?: number;
}

function Badge({ words, present, customer = false, name = '', hue }: BadgeProps) {
  return (
    <Tooltip label={words}>
      <button
        type="button"
        className={styles['badge']}
        data-present={present || undefined}
        data-customer={customer || undefined}
        style={hue === undefined ? undefined : ({ '--hue': hueOf(hue) } as CSSProperties)}
      >
        {customer ? (
          <IconUser size={15} stroke={1.9} aria-hidden="true" />
        ) : (
          <span aria-hidden="true">{initials(name)}</span>
        )}
        <span className="out-of-sight">{words}</span>
      </button>
    </Tooltip>
  );
}
