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
import { useLanguage, useWords } from '../words/language-context.tsx';
import styles from './condition-notice.module.css';
import type { SessionCondition } from './session-condition.ts';

interface ConditionNoticeProps {
  readonly condition: SessionCondition;
  readonly lostSince: number | undefined;
  readonly onRefresh: () => void;
}

/** Above the picture: why it stands still, and what to do about it. Nothing while all is well. */
export function ConditionNotice({ condition, lostSince, onRefresh }: ConditionNoticeProps) {
  const { notices: words, refresh } = useWords().session;
  switch (condition.type) {
    case 'asking':
    case 'broken': // The stage says so itself, where the picture would be.
    case 'live':
      return null;
    case 'cut':
      return (
        <Notice tone="poor" icon={<IconPlugConnectedX size={18} />} title={words.cut.title}>
          <Trying since={lostSince} />
        </Notice>
      );
    case 'returning':
      return (
        <Notice tone="fair" icon={<Loader size={16} />} title={words.returning.title}>
          {words.returning.body}
        </Notice>
      );
    case 'silent':
      return (
        <Notice tone="poor" icon={<IconPlugConnectedX size={18} />} title={words.silent.title}>
          {words.silent.body}
        </Notice>
      );
    case 'paused':
      return (
        <Notice tone="fair" large icon={<IconPlayerPause size={22} />} title={words.paused.title}>
          {words.paused.body}
        </Notice>
      );
    case 'away':
      return (
        <Notice tone="fair" icon={<IconUserQuestion size={18} />} title={words.away.title}>
          {words.away.body}
        </Notice>
      );
    case 'elsewhere':
      return (
        <Notice tone="fair" icon={<IconUserQuestion size={18} />} title={words.elsewhere.title}>
          {words.elsewhere.body}
        </Notice>
      );
    case 'withheld':
      return (
        <Notice tone="fair" large icon={<IconEyeOff size={22} />} title={words.withheld.title}>
          {words.withheld.body}
        </Notice>
      );
    case 'lost':
      return (
        <Notice
          tone="poor"
          icon={<IconAlertTriangle size={18} />}
          title={words.lost.title}
          action={
            <Button size="compact-sm" variant="default" onClick={onRefresh}>
              {refresh}
            </Button>
          }
        >
          {words.lost.body}
        </Notice>
      );
    case 'catching-up':
      return (
        <Notice tone="calm" icon={<Loader size={16} />} title={words['catching-up'].title}>
          {words['catching-up'].body}
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
  const words = useWords().session.notices.first;
  const [since] = useState(() => Date.now());
  const late = useNow() - since > 10_000;
  return (
    <Notice
      tone="calm"
      large
      icon={<Loader size={20} />}
      title={words.title}
      action={
        late && (
          <Button size="compact-sm" variant="default" onClick={onRefresh}>
            {words.again}
          </Button>
        )
      }
    >
      {late ? words.late : words.body}
    </Notice>
  );
}

/** Those who listen are told once that it goes on, not each second for how long. */
function Trying({ since }: { readonly since: number | undefined }) {
  const { words, code } = useLanguage();
  const { body, bodySince } = words.session.notices.cut;
  const gone = useNow() - (since ?? Number.POSITIVE_INFINITY);
  if (!(gone >= 3000)) return body;
  return (
    <>
      <span className="out-of-sight">{body}</span>
      <span aria-hidden="true">{bodySince(spokenDuration(gone, code))}</span>
    </>
  );
}
