import { Button, Skeleton } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { Component, type ReactNode, Suspense } from 'react';
import { Panel } from '../theme/panel.tsx';
import { useWords } from '../words/language-context.tsx';
import styles from './part.module.css';

/** Where a part of the console stands that is fetched when it is first needed. */
export function Part({ children }: { readonly children: ReactNode }) {
  return (
    <PartBoundary>
      <Suspense fallback={<Coming />}>{children}</Suspense>
    </PartBoundary>
  );
}

function Coming() {
  const words = useWords().parts;
  return (
    <div className={styles['coming']} role="status" aria-label={words.coming}>
      <Skeleton height={28} width="30%" />
      <Skeleton height={14} width="60%" />
      <Skeleton height={14} width="50%" />
    </div>
  );
}

/** Says what to do where a part cannot be fetched, or breaks while it draws. */
class PartBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Missing /> : this.props.children;
  }
}

function Missing() {
  const words = useWords().parts;
  return (
    <Panel
      live="assertive"
      tone="poor"
      icon={<IconPlugConnectedX size={26} stroke={1.6} />}
      title={words.missing}
      actions={<Button onClick={() => location.reload()}>{words.reload}</Button>}
    >
      <p>{words.missingHint}</p>
    </Panel>
  );
}
