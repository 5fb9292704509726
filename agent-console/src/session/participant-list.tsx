import type { ParticipantView, SessionView } from '@cobrowse/client/protocol';
import { hueOf } from '@cobrowse/client/protocol';
import { Tooltip } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { initials } from '../sign-in/identity.ts';
import type { Words } from '../words/en/index.ts';
import { useWords } from '../words/language-context.tsx';
import styles from './participant-list.module.css';

/** Who is in the session: the customer first, then those who may watch. */
export function ParticipantList({ session, self }: { readonly session: SessionView; readonly self: string }) {
  const words = useWords().session.participants;
  const agents = session.Participants.filter((participant) => participant.Role !== 'Customer');
  return (
    <ul className={styles['list']} aria-label={words.label}>
      <li>
        <Badge
          words={session.CustomerPresent ? words.customerPresent : words.customerAway}
          present={session.CustomerPresent}
          customer
        />
      </li>
      {agents.map((agent) => (
        <li key={agent.ParticipantId}>
          <Badge
            words={agentWords(agent, self, words)}
            present={agent.Present}
            name={agent.Name}
            hue={agent.Hue}
          />
        </li>
      ))}
    </ul>
  );
}

function agentWords(agent: ParticipantView, self: string, words: Words['session']['participants']): string {
  const name = agent.ParticipantId === self ? words.you(agent.Name) : agent.Name;
  const who = agent.Role === 'Supervisor' ? words.supervisor(name) : name;
  if (agent.Watching) return words.watching(who);
  return agent.Present ? words.notWatching(who) : words.disconnected(who);
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
