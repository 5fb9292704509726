import type { InvitationKind } from '@cobrowse/client/protocol';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse } from '@tabler/icons-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { LinkStatus } from '../connection/link-status.tsx';
import { useRememberedFlag } from '../keyboard/remembered-flag.ts';
import { ShortcutsHelp } from '../keyboard/shortcuts-help.tsx';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { Part } from '../parts/part.tsx';
import { IdleWatch } from '../people/idle-watch.tsx';
import { InvitationCards } from '../people/invitation-cards.tsx';
import { OwnStatus, toggleAway } from '../people/own-status.tsx';
import { ColleaguePicker, preparePicker } from '../people/people-parts.ts';
import { BringIn } from '../queue/bring-in.tsx';
import { JoinByCode } from '../queue/join-by-code.tsx';
import { nextEntry } from '../queue/next-entry.ts';
import { QueueList } from '../queue/queue-list.tsx';
import { QueueWatch } from '../queue/queue-watch.tsx';
import type { Zoom } from '../replica-stage/stage-scale.ts';
import { EndDialog } from '../session/end-dialog.tsx';
import { SessionOver } from '../session/session-over.tsx';
import { fetchSessionPlace, SessionPlace } from '../session/session-part.ts';
import { IdentityMenu } from '../sign-in/identity-menu.tsx';
import { useSignIn } from '../sign-in/sign-in-context.tsx';
import type { Identity } from '../sign-in/sign-in-state.ts';
import { Mark } from '../theme/mark.tsx';
import { useWords } from '../words/language-context.tsx';
import { mayAsk, supervises } from '../workspace/own-place.ts';
import { useWorkspace, useWorkspaceState } from '../workspace/workspace-context.tsx';
import styles from './console-shell.module.css';
import { Lobby } from './lobby.tsx';
import { NarrowRail } from './narrow-rail.tsx';

/** The console of a signed-in agent: the queue in the rail, one session on the stage. */
export function ConsoleShell({
  identity,
  onPolicy,
  onRetention,
}: {
  readonly identity: Identity;
  /** Opens the masking policy, for those who may change it. */
  readonly onPolicy: (() => void) | undefined;
  /** Opens what is kept of sessions, for those who may erase it. */
  readonly onRetention: (() => void) | undefined;
}) {
  const workspace = useWorkspace();
  const signIn = useSignIn();
  const { shared, shell: words } = useWords();
  const { link, queue, seat, desk } = useWorkspaceState();
  const [railShown, setRailShown] = useRememberedFlag('rail', true);
  const [keysOn, setKeysOn] = useRememberedFlag('shortcuts', true);
  const [help, setHelp] = useState(false);
  const [ending, setEnding] = useState(false);
  const [asking, setAsking] = useState<InvitationKind>();
  const [zoom, setZoom] = useState<Zoom>('fit');
  const code = useRef<HTMLInputElement>(null);
  const rail = useRef<HTMLElement>(null);
  const stage = useRef<HTMLElement>(null);
  const seated = seat.type === 'seated';
  const mayAskNow = seated && mayAsk(seat) && seat.joined;
  useEffect(() => {
    if (mayAskNow) preparePicker();
  }, [mayAskNow]);
  const invitation = desk?.invitations[0];
  const waiting = queue.type === 'known' ? queue.entries.length : 0;

  // The button that ended a state went with it: the keyboard goes on from the stage, not from the page's start.
  useEffect(() => {
    // Once the console shows, and before anybody is here: the first customer must not wait for it.
    const timer = setTimeout(fetchSessionPlace);
    return () => clearTimeout(timer);
  }, []);

  const seatType = seat.type;
  const seatBefore = useRef(seatType);
  useEffect(() => {
    if (seatBefore.current !== seatType && document.activeElement === document.body)
      stage.current?.focus({ preventScroll: true });
    seatBefore.current = seatType;
    // A question about a session that is over must not wait for the next one.
    if (seatType !== 'seated') {
      setEnding(false);
      setAsking(undefined);
    }
  }, [seatType]);
  /** Who signs out does not keep a customer waiting. */
  const signOut = async () => {
    if (seated) await workspace.leave();
    signIn.signOut();
  };
  const inRail = (go: () => void) => {
    if (railShown) return go();
    setRailShown(true);
    requestAnimationFrame(go);
  };
  useShortcuts(
    {
      '?': () => setHelp(true),
      '/': () => inRail(() => code.current?.focus()),
      q: () =>
        inRail(() => (rail.current?.querySelector<HTMLElement>('[data-claim]') ?? rail.current)?.focus()),
      b: () => setRailShown(!railShown),
      w: () => toggleAway(workspace, desk?.self.Status),
      ...(invitation
        ? { n: () => void workspace.decline(invitation.SessionId, invitation.InvitationId) }
        : {}),
      ...(invitation && !seated
        ? { y: () => void workspace.accept(invitation.SessionId, invitation.InvitationId) }
        : {}),
      ...(mayAskNow ? { i: () => setAsking('Join'), h: () => setAsking('Handover') } : {}),
      ...(seat.type === 'seated'
        ? {
            z: () => setZoom(zoom === 'fit' ? 'true-size' : 'fit'),
            f: workspace.refresh,
            l: () => void workspace.leave(),
            ...(supervises(seat) ? {} : { e: () => setEnding(true) }),
          }
        : {
            c: () => {
              const next = queue.type === 'known' ? nextEntry(queue.entries, Date.now()) : undefined;
              if (next && link.type === 'online') void workspace.claim(next.SessionId);
            },
          }),
    },
    keysOn,
  );

  return (
    <div className={styles['shell']} data-rail={railShown || undefined}>
      <a className={styles['skip']} href="#stage">
        {words.skip}
      </a>
      {railShown ? (
        <aside className={styles['rail']} ref={rail} tabIndex={-1} aria-label={words.rail.label}>
          <div className={styles['brand']}>
            <Mark size={26} />
            <span>{shared.product}</span>
            <Tooltip label={words.rail.hideKey}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={30}
                aria-label={words.rail.hide}
                aria-expanded
                onClick={() => setRailShown(false)}
              >
                <IconLayoutSidebarLeftCollapse size={18} stroke={1.6} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
          </div>
          {!seated && <JoinByCode inputRef={code} />}
          {!seated && <BringIn />}
          <QueueList />
          <div className={styles['foot']}>
            <LinkStatus link={link} />
            <OwnStatus />
            <IdentityMenu
              identity={identity}
              onPolicy={onPolicy}
              onRetention={onRetention}
              onShortcuts={() => setHelp(true)}
              onSignOut={signOut}
            />
          </div>
        </aside>
      ) : (
        <NarrowRail waiting={waiting} link={link} onExpand={() => setRailShown(true)} />
      )}
      <main className={styles['stage']} ref={stage} id="stage" tabIndex={-1}>
        {seat.type === 'seated' ? (
          <Part>
            <SessionPlace
              seat={seat}
              agentName={identity.name}
              zoom={zoom}
              onZoom={setZoom}
              onAsk={() => setAsking('Join')}
              onEnd={() => setEnding(true)}
            />
          </Part>
        ) : seat.type === 'over' ? (
          <SessionOver seat={seat} />
        ) : (
          <Lobby onPolicy={onPolicy} />
        )}
      </main>
      <QueueWatch />
      <IdleWatch />
      <InvitationCards />
      {asking && mayAskNow && (
        <Suspense fallback={null}>
          <ColleaguePicker kind={asking} onKind={setAsking} />
        </Suspense>
      )}
      <EndDialog
        opened={ending && seated}
        onClose={() => setEnding(false)}
        onEnd={() => {
          setEnding(false);
          void workspace.end();
        }}
      />
      <ShortcutsHelp opened={help} onClose={() => setHelp(false)} enabled={keysOn} onEnabled={setKeysOn} />
    </div>
  );
}
