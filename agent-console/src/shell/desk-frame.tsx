import { Alert, Button, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/language-context.tsx';
import styles from './desk-frame.module.css';

interface DeskFrameProps {
  readonly title: string;
  /** What holds now, in a few words. */
  readonly note: ReactNode;
  /** What has to be known before anything else. */
  readonly warning?: ReactNode;
  /** What was done last, and what went wrong. */
  readonly done: string;
  readonly problem: string;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

/** A desk of administrators: the way back, its name, and what became of the last deed. */
export function DeskFrame({ title, note, warning, done, problem, onLeave, children }: DeskFrameProps) {
  const words = useWords().shared;
  return (
    <div className={styles['desk']}>
      <header className={styles['head']}>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconArrowLeft size={16} aria-hidden="true" />}
          onClick={onLeave}
        >
          {words.backToCustomers}
        </Button>
        <Title order={1} size="h3">
          {title}
        </Title>
        {note && <Text c="dimmed">{note}</Text>}
      </header>
      {warning}
      <div role="status" aria-live="polite">
        {done && (
          <Alert color="good" mb="md">
            {done}
          </Alert>
        )}
      </div>
      {problem && (
        <Alert color="poor" mb="md" role="alert">
          {problem}
        </Alert>
      )}
      {children}
    </div>
  );
}
