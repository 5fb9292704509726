import type { Refusal } from '@cobrowse/client/protocol';
import { Button, TextInput } from '@mantine/core';
import { IconCheck, IconLink } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useNow } from '../clock/use-now.ts';
import { useWords } from '../words/language-context.tsx';
import { useWorkspace, useWorkspaceState } from '../workspace/workspace-context.tsx';
import type { Invitation } from '../workspace/workspace-state.ts';
import styles from './bring-in.module.css';

type Made =
  | { readonly type: 'link'; readonly address: string; readonly until: number }
  | { readonly type: 'problem'; readonly refusal: Refusal | undefined };

/** Two ways to a customer who has not asked yet: a link to send, and an invitation on the portal. */
export function BringIn() {
  const { bring } = useWords().starting;
  const { link } = useWorkspaceState();
  const offline = link.type !== 'online';
  return (
    <section className={styles['section']} aria-label={bring.label}>
      <SendLink offline={offline} />
      <Invite offline={offline} />
    </section>
  );
}

function SendLink({ offline }: { readonly offline: boolean }) {
  const workspace = useWorkspace();
  const { bringing } = useWorkspaceState();
  const { bring } = useWords().starting;
  const [made, setMade] = useState<Made>();
  const now = useNow();

  const make = async () => {
    const answer = await workspace.makeLink().catch(() => undefined);
    if (!answer?.Address || !answer.ExpiresAt)
      return setMade({ type: 'problem', refusal: answer?.Refusal ?? undefined });
    setMade({ type: 'link', address: answer.Address, until: answer.ExpiresAt });
    // A browser may keep the clipboard from us: then the link stands there to be copied by hand.
    await navigator.clipboard?.writeText(answer.Address).catch(() => undefined);
  };
  const fresh = made?.type === 'link' && made.until > now ? made : undefined;

  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        fullWidth
        disabled={offline}
        leftSection={
          fresh ? (
            <IconCheck size={16} aria-hidden="true" />
          ) : (
            <IconLink size={16} stroke={1.7} aria-hidden="true" />
          )
        }
        onClick={() => void make()}
      >
        {bring.link}
      </Button>
      <div role="status" className={styles['news']}>
        {fresh && (
          <>
            <TextInput
              size="xs"
              readOnly
              aria-label={bring.address}
              value={fresh.address}
              onFocus={(event) => event.currentTarget.select()}
            />
            <p>{bring.copied(Math.ceil((fresh.until - now) / 60_000))}</p>
          </>
        )}
        {made?.type === 'problem' && (
          <p>{made.refusal === undefined ? bring.unreachable : bring.linkRefused}</p>
        )}
        {bringing.refusedLink && <p data-tone="fair">{bring.linkNews(bringing.refusedLink.refusal)}</p>}
      </div>
    </>
  );
}

function Invite({ offline }: { readonly offline: boolean }) {
  const workspace = useWorkspace();
  const { bringing } = useWorkspaceState();
  const { bring } = useWords().starting;
  const [reference, setReference] = useState('');
  const [problem, setProblem] = useState<string>();
  const now = useNow();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const refusal = await workspace.inviteCustomer(reference.trim()).catch(() => 'Unreachable' as const);
    setProblem(
      refusal === null ? undefined : refusal === 'Unreachable' ? bring.unreachable : bring.refused(refusal),
    );
  };
  return (
    <form className={styles['invite']} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        size="sm"
        label={bring.reference}
        placeholder={bring.placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={128}
        classNames={{ label: styles['label'] ?? '' }}
        value={reference}
        error={problem}
        onChange={(event) => {
          setProblem(undefined);
          setReference(event.currentTarget.value);
        }}
      />
      <Button type="submit" variant="default" disabled={offline || reference.trim() === ''}>
        {bring.invite}
      </Button>
      <div role="status" className={styles['news']}>
        {bringing.invitation && !problem && <p>{invitationWords(bringing.invitation, now, bring)}</p>}
      </div>
    </form>
  );
}

function invitationWords(
  { outcome, until }: Invitation,
  now: number,
  bring: ReturnType<typeof useWords>['starting']['bring'],
): string {
  if (outcome) return bring.outcome(outcome);
  return until > now ? bring.waiting(Math.ceil((until - now) / 1000)) : bring.silent;
}
