import { Badge, Button, Group, Text } from '@mantine/core';
import { useLanguage } from '../words/language-context.tsx';
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
  const language = useLanguage();
  const words = language.words.policy.version;
  return (
    <ul className={styles['list']}>
      {versions.map(({ version, source, author, at, approver, note, trusted }) => (
        <li className={styles['entry']} key={version}>
          <Group justify="space-between" wrap="nowrap" align="start">
            <div>
              <Text fw={600} component="div">
                {words.title(version)} {version === current && <Badge size="sm">{words.holds}</Badge>}{' '}
                {!trusted && (
                  <Badge size="sm" color="poor">
                    {words.untrusted}
                  </Badge>
                )}
              </Text>
              <Text size="sm" c="dimmed">
                {source === author ? author : `${author}, ${source}`} ·{' '}
                {new Date(at).toLocaleString(language.code)}
                {approver ? ` · ${words.approved(approver)}` : ''}
              </Text>
              {note && <Text size="sm">{note}</Text>}
            </div>
            {version !== current && trusted && (
              <Button variant="default" size="xs" loading={busy} onClick={() => onRollBack(version)}>
                {words.goBack}
              </Button>
            )}
          </Group>
        </li>
      ))}
    </ul>
  );
}
