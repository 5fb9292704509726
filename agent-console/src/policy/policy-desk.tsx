import { Alert, Button, Group, Loader, Tabs, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { DeskFrame } from '../shell/desk-frame.tsx';
import { useWords } from '../words/language-context.tsx';
import type { CurrentPolicy, PolicyVersion, Proposal } from './policy-api.ts';
import { usePolicyApi } from './policy-api-context.tsx';
import styles from './policy-desk.module.css';
import type { PolicyDocument } from './policy-document.ts';
import { PolicyForm } from './policy-form.tsx';
import { PagePreview } from './preview/page-preview.tsx';
import { ProposalList, ShowsMore } from './proposal-list.tsx';
import { usePolicyCheck } from './use-policy-check.ts';
import { VersionList } from './version-list.tsx';

interface Known {
  readonly current: CurrentPolicy;
  readonly proposals: readonly Proposal[];
  readonly versions: readonly PolicyVersion[];
}

/** Where administrators change what agents may see. */
export function PolicyDesk({ onLeave }: { readonly onLeave: () => void }) {
  const api = usePolicyApi();
  const { policy: words, shared } = useWords();
  const [known, setKnown] = useState<Known>();
  const [document, setDocument] = useState<PolicyDocument>();
  const [tab, setTab] = useState<string | null>('policy');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [done, setDone] = useState('');
  /** Counts what was put into the form from outside: its lists then begin anew. */
  const [form, setForm] = useState(0);
  const check = usePolicyCheck(document, known?.current);

  const put = (next: PolicyDocument) => {
    setDocument(next);
    setForm((count) => count + 1);
  };
  const load = async () => {
    const [current, proposals, versions] = await Promise.all([
      api.current(),
      api.proposals(),
      api.versions(),
    ]);
    setKnown({ current, proposals, versions });
    return current;
  };
  const act = async (work: () => Promise<string>) => {
    setBusy(true);
    setProblem('');
    setDone('');
    try {
      setDone(await work());
      put((await load()).document);
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setBusy(false);
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the desk opens
  useEffect(() => {
    window.document.title = shared.pageTitle(words.title);
    load().then(
      ({ document: present }) => put(present),
      (error: Error) => setProblem(error.message),
    );
  }, []);

  const changed =
    known !== undefined &&
    document !== undefined &&
    JSON.stringify(document) !== JSON.stringify(known.current.document);
  const waiting = known?.proposals.filter(({ state }) => state === 'Waiting').length ?? 0;
  const outcome = ({ state, version }: { state: Proposal['state']; version?: number | null }) =>
    state === 'Published' ? (version ? words.publishedAs(version) : words.published) : words.waits;

  return (
    <DeskFrame
      title={words.title}
      note={known && words.holds(known.current.version)}
      warning={
        known?.current.trusted === false && (
          <Alert color="poor" icon={<IconAlertTriangle size={18} />} title={words.untrusted.title}>
            {words.untrusted.body}
          </Alert>
        )
      }
      done={done}
      problem={problem}
      onLeave={onLeave}
    >
      {!known || !document ? (
        !problem && <Loader aria-label={words.loading} />
      ) : (
        <Tabs value={tab} onChange={setTab} keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="policy">{words.tabs.policy}</Tabs.Tab>
            <Tabs.Tab value="proposals">
              {waiting > 0 ? words.tabs.waiting(waiting) : words.tabs.proposals}
            </Tabs.Tab>
            <Tabs.Tab value="history">{words.tabs.history}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="policy" pt="lg">
            <div className={styles['columns']}>
              <div>
                <PolicyForm key={form} document={document} onChange={setDocument} />
                <footer className={styles['publish']}>
                  {check.mistakes.length > 0 && (
                    <Alert color="poor" title={words.notYet} role="alert">
                      <ul>
                        {check.mistakes.map((mistake) => (
                          <li key={mistake}>{mistake}</li>
                        ))}
                      </ul>
                    </Alert>
                  )}
                  {changed && check.showsMore.length > 0 && <ShowsMore places={check.showsMore} />}
                  <Group align="end" gap="sm">
                    <TextInput
                      label={words.why}
                      placeholder={words.whyHint}
                      value={note}
                      maxLength={500}
                      onChange={(event) => setNote(event.currentTarget.value)}
                      className={styles['note'] ?? ''}
                    />
                    <Button
                      variant="default"
                      disabled={!changed || busy}
                      onClick={() => put(known.current.document)}
                    >
                      {words.undo}
                    </Button>
                    <Button
                      loading={busy}
                      disabled={!changed || check.mistakes.length > 0}
                      onClick={() =>
                        act(async () => {
                          const proposal = await api.propose(document, note);
                          setNote('');
                          return outcome(proposal);
                        })
                      }
                    >
                      {check.showsMore.length > 0 ? words.propose : words.publish}
                    </Button>
                  </Group>
                </footer>
              </div>
              <PagePreview before={known.current.document} after={document} />
            </div>
          </Tabs.Panel>
          <Tabs.Panel value="proposals" pt="lg">
            <ProposalList
              proposals={known.proposals}
              busy={busy}
              onLook={(proposal) => {
                if (proposal.document) put(proposal.document);
                setTab('policy');
              }}
              onApprove={(proposal) => act(async () => outcome(await api.approve(proposal)))}
              onReject={(proposal, reason) =>
                act(async () => {
                  await api.reject(proposal, reason);
                  return words.turnedDown;
                })
              }
            />
          </Tabs.Panel>
          <Tabs.Panel value="history" pt="lg">
            <VersionList
              versions={known.versions}
              current={known.current.version}
              busy={busy}
              onRollBack={(version) => act(async () => outcome(await api.rollBack(version)))}
            />
          </Tabs.Panel>
        </Tabs>
      )}
    </DeskFrame>
  );
}
