import { Badge, Button, Group, Text } from '@mantine/core';
import type { PolicyVersion } from './policy-api.ts';
import styles from './policy-desk.module.css';

interface VersionListProps {
  readonly versions: readonly PolicyVersion[];
  readonly current: number;
  readonly busy: boolean;
  readonly onRollBack: (version: number) => void;
}

/** Every policy that there was, the newest first. */
export function VersionList({ versions, current, busy, onRollBack }: VersionListProps) {
  return (
    <ul className={styles['list']}>
      {versions.map(({ version, source, author, at, approver, note, trusted }) => (
        <li className={styles['entry']} key={version}>
          <Group justify="space-between" wrap="nowrap" align="start">
            <div>
              <Text fw={600} component="div">
                Version {version} {version === current && <Badge size="sm">Holds now</Badge>}{' '}
                {!trusted && (
                  <Badge size="sm" color="poor">
                    Signature does not fit
                  </Badge>
                )}
              </Text>
              <Text size="sm" c="dimmed">
                {source === author ? author : `${author}, ${source}`} · {new Date(at).toLocaleString()}
                {approver ? ` · approved by ${approver}` : ''}
              </Text>
              {note && <Text size="sm">{note}</Text>}
            </div>
            {version !== current && trusted && (
              <Button variant="default" size="xs" loading={busy} onClick={() => onRollBack(version)}>
                Go back to it
              </Button>
            )}
          </Group>
        </li>
      ))}
    </ul>
  );
}
