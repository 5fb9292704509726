import { Button, FileButton, Group, Text, TextInput } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../words/language-context.tsx';
import styles from '../policy-desk.module.css';
import type { PolicyDocument } from '../policy-document.ts';
import type { MaskedView } from './masked-view.ts';
import { openSample, type SamplePage, type SampleProblem, SampleRefused } from './sample-page.ts';

interface PagePreviewProps {
  readonly before: PolicyDocument;
  readonly after: PolicyDocument;
}

const quiet = 400;

/** A saved page as agents see it now, and as they would see it: it never leaves this browser. */
export function PagePreview({ before, after }: PagePreviewProps) {
  const words = useWords().policy.preview;
  const [file, setFile] = useState<File | null>(null);
  const [path, setPath] = useState('/');
  const [sample, setSample] = useState<SamplePage>();
  const [problem, setProblem] = useState<SampleProblem>();
  const hidden = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!file || !hidden.current) return;
    let opened: SamplePage | undefined;
    let gone = false;
    setProblem(undefined);
    openSample(file, hidden.current).then(
      (page) => {
        opened = page;
        if (gone) page.close();
        else setSample(page);
      },
      (error: unknown) => gone || setProblem(error instanceof SampleRefused ? error.reason : 'notOpened'),
    );
    return () => {
      gone = true;
      opened?.close();
      setSample(undefined);
    };
  }, [file]);

  return (
    <section className={styles['preview']} aria-label={words.title}>
      <Group align="end" gap="sm" mb="sm">
        <FileButton onChange={setFile} accept="text/html,.html,.htm">
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<IconFileUpload size={16} aria-hidden="true" />}
            >
              {file ? words.another : words.choose}
            </Button>
          )}
        </FileButton>
        <TextInput
          label={words.address}
          value={path}
          onChange={(event) => setPath(event.currentTarget.value)}
          spellCheck={false}
          classNames={{ input: styles['code'] ?? '' }}
        />
      </Group>
      {problem && (
        <Text role="alert" c="var(--ink-poor)">
          {words[problem]}
        </Text>
      )}
      {!file && (
        <Text c="dimmed" size="sm">
          {words.hint}
        </Text>
      )}
      <div ref={hidden} className={styles['source']} />
      {sample && (
        <div className={styles['pictures']}>
          <Masked title={words.before} page={sample.document} policy={before} path={path} />
          <Masked title={words.after} page={sample.document} policy={after} path={path} />
        </div>
      )}
    </section>
  );
}

function Masked({
  title,
  page,
  policy,
  path,
}: {
  readonly title: string;
  readonly page: Document;
  readonly policy: PolicyDocument;
  readonly path: string;
}) {
  const words = useWords().policy.preview;
  const container = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const said = JSON.stringify(policy);
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let view: MaskedView | undefined;
    let gone = false;
    // Captures of one document would see each other’s marks: they take turns.
    const timer = setTimeout(() => {
      turn = turn
        .then(async () => {
          if (gone) return;
          const { showMasked } = await import('./masked-view.ts');
          view = await showMasked(page, JSON.parse(said) as PolicyDocument, path, element);
          setFailed(false);
          if (gone) view.close();
        })
        .catch(() => setFailed(true));
    }, quiet);
    return () => {
      gone = true;
      clearTimeout(timer);
      view?.close();
    };
  }, [page, said, path]);
  return (
    <figure className={styles['picture']}>
      <figcaption>{title}</figcaption>
      {failed && <Text role="alert">{words.failed}</Text>}
      <div ref={container} className={styles['view']} />
    </figure>
  );
}

let turn: Promise<void> = Promise.resolve();
