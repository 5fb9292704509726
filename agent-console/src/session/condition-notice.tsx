import { Button, Loader } from '@mantine/core';
import {
  IconAlertTriangle,
  IconEyeOff,
  IconPlayerPause,
  IconPlugConnectedX,
  IconUserQuestion,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { spokenDuration } from '../clock/duration.ts';
import { useNow } from '../clock/use-now.ts';
import styles from './condition-notice.module.css';
import type { SessionCondition } from './session-condition.ts';

interface ConditionNoticeProps {
  readonly condition: SessionCondition;
  readonly lostSince: number | undefined;
  readonly onRefresh: () => void;
}

/** Above the picture: why it stands still, and what to do about it. Nothing while all is well. */
export function ConditionNotice({ condition, lostSince, onRefresh }: ConditionNoticeProps) {
  switch (condition.type) {
    case 'asking':
    case 'broken': // The stage says so itself, where the picture would be.
    case 'live':
      return null;
    case 'cut':
      return (
        <Notice tone="poor" icon={<IconPlugConnectedX size={18} />} title="Connection lost">
          Trying again{lostSince !== undefined && <Since at={lostSince} />}. The picture stands still; you
          lose nothing.
        </Notice>
      );
    case 'returning':
      return (
        <Notice tone="fair" icon={<Loader size={16} />} title="Resuming">
          The connection is back; taking your place again.
        </Notice>
      );
    case 'silent':
      return (
        <Notice tone="poor" icon={<IconPlugConnectedX size={18} />} title="No answer from the server">
          What you see may be out of date. It goes on by itself when the network does.
        </Notice>
      );
    case 'paused':
      return (
        <Notice tone="fair" large icon={<IconPlayerPause size={22} />} title="The customer paused sharing">
          Their page is hidden until they resume. They can do so in the bar on their page.
        </Notice>
      );
    case 'away':
      return (
        <Notice tone="fair" icon={<IconUserQuestion size={18} />} title="The customer is away">
          Loading a page, or offline. The view goes on by itself.
        </Notice>
      );
    case 'elsewhere':
      return (
        <Notice
          tone="fair"
          icon={<IconUserQuestion size={18} />}
          title="The customer is on a page that cannot be shared"
        >
          They left for a document, another website, or a page that is still loading. The view goes on by
          itself when they come back.
        </Notice>
      );
    case 'withheld':
      return (
        <Notice tone="fair" large icon={<IconEyeOff size={22} />} title="This page is never shared">
          Your bank withholds it, and the customer’s page tells them so. The view goes on by itself on the
          next one.
        </Notice>
      );
    case 'lost':
      return (
        <Notice
          tone="poor"
          icon={<IconAlertTriangle size={18} />}
          title="The picture was interrupted"
          action={
            <Button size="compact-sm" variant="default" onClick={onRefresh}>
              Ask for a fresh picture
            </Button>
          }
        >
          What you see may be out of date.
        </Notice>
      );
    case 'catching-up':
      return (
        <Notice tone="calm" icon={<Loader size={16} />} title="Catching up">
          A fresh picture is on its way.
        </Notice>
      );
    case 'first-picture':
      return <FirstPicture onRefresh={onRefresh} />;
    default:
      return condition satisfies never;
  }
}

interface NoticeProps {
  readonly tone: 'calm' | 'fair' | 'poor';
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly large?: boolean;
}

function Notice({ tone, icon, title, children, action, large = false }: NoticeProps) {
  return (
    <section
      className={styles['notice']}
      data-tone={tone}
      data-large={large || undefined}
      role={tone === 'poor' ? 'alert' : 'status'}
      aria-label={title}
    >
      <span className={styles['icon']} aria-hidden="true">
        {icon}
      </span>
      <div className={styles['text']}>
        <strong>{title}</strong>
        <span>{children}</span>
      </div>
      {action}
    </section>
  );
}

/** Patient at first; then it says that something is in the way, and offers to try again. */
function FirstPicture({ onRefresh }: { readonly onRefresh: () => void }) {
  const [since] = useState(() => Date.now());
  const late = useNow() - since > 10_000;
  return (
    <Notice
      tone="calm"
      large
      icon={<Loader size={20} />}
      title="Opening the customer’s page"
      action={
        late && (
          <Button size="compact-sm" variant="default" onClick={onRefresh}>
            Ask again
          </Button>
        )
      }
    >
      {late
        ? 'This takes longer than usual. Their browser may be slow, or its tab in the background: ask them to look at the page.'
        : 'They agreed. The first picture is on its way.'}
    </Notice>
  );
}

function Since({ at }: { readonly at: number }) {
  const gone = useNow() - at;
  return gone >= 3000 ? <span aria-hidden="true"> for {spokenDuration(gone, 'en')}</span> : null;
}
