import { Fieldset, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useWords } from '../words/language-context.tsx';
import { ClassRows } from './class-rows.tsx';
import styles from './policy-desk.module.css';
import { linesOf, listOf, type PolicyDocument } from './policy-document.ts';
import { RuleRows } from './rule-rows.tsx';

interface PolicyFormProps {
  readonly document: PolicyDocument;
  readonly onChange: (document: PolicyDocument) => void;
}

/** The document as fields. What a list holds stands one a line. */
export function PolicyForm({ document, onChange }: PolicyFormProps) {
  const words = useWords().policy.form;
  const set = (part: Partial<PolicyDocument>) => onChange({ ...document, ...part });
  return (
    <Stack gap="lg">
      <Fieldset legend={words.text} variant="unstyled" className={styles['group'] ?? ''}>
        <SegmentedControl
          value={document.text}
          onChange={(text) => set({ text: text as PolicyDocument['text'] })}
          data={[
            { value: 'strict', label: words.masked },
            { value: 'standard', label: words.shown },
          ]}
        />
        <Text size="sm" c="dimmed" mt={6}>
          {words.typed}
        </Text>
      </Fieldset>
      <Lines {...words.allow} value={document.allow} onChange={(allow) => set({ allow })} />
      <Lines {...words.mask} value={document.mask} onChange={(mask) => set({ mask })} />
      <Lines {...words.block} value={document.block} onChange={(block) => set({ block })} />
      <Fieldset legend={words.rules.label} variant="unstyled" className={styles['group'] ?? ''}>
        <Text size="sm" c="dimmed" mb="xs">
          {words.rules.description}
        </Text>
        <RuleRows
          rules={document.rules ?? []}
          classes={document.classes ?? []}
          onChange={(rules) => set({ rules })}
        />
      </Fieldset>
      <Fieldset legend={words.classes.label} variant="unstyled" className={styles['group'] ?? ''}>
        <Text size="sm" c="dimmed" mb="xs">
          {words.classes.description}
        </Text>
        <ClassRows classes={document.classes ?? []} onChange={(classes) => set({ classes })} />
      </Fieldset>
      <Lines {...words.patterns} value={document.patterns} onChange={(patterns) => set({ patterns })} />
    </Stack>
  );
}

function Lines({
  label,
  description,
  value,
  onChange,
}: {
  readonly label: string;
  readonly description: string;
  readonly value: readonly string[] | undefined;
  readonly onChange: (value: string[]) => void;
}) {
  const words = useWords().policy.form;
  return (
    <Textarea
      label={label}
      description={words.oneALine(description)}
      defaultValue={linesOf(value)}
      onChange={(event) => onChange(listOf(event.currentTarget.value))}
      autosize
      minRows={2}
      maxRows={10}
      spellCheck={false}
      classNames={{ input: styles['code'] ?? '' }}
    />
  );
}
