import { Fieldset, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
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
  const set = (part: Partial<PolicyDocument>) => onChange({ ...document, ...part });
  return (
    <Stack gap="lg">
      <Fieldset legend="Text that no rule speaks of" variant="unstyled" className={styles['group'] ?? ''}>
        <SegmentedControl
          value={document.text}
          onChange={(text) => set({ text: text as PolicyDocument['text'] })}
          data={[
            { value: 'strict', label: 'Masked' },
            { value: 'standard', label: 'Shown' },
          ]}
        />
        <Text size="sm" c="dimmed" mt={6}>
          What customers type is always masked, unless a rule for that field says otherwise.
        </Text>
      </Fieldset>
      <Lines
        label="Show"
        description="Selectors of text that may show where text is masked."
        value={document.allow}
        onChange={(allow) => set({ allow })}
      />
      <Lines
        label="Mask"
        description="Selectors of text to mask where text is shown."
        value={document.mask}
        onChange={(mask) => set({ mask })}
      />
      <Lines
        label="Leave out"
        description="Selectors of parts of which agents see an empty box."
        value={document.block}
        onChange={(block) => set({ block })}
      />
      <Fieldset legend="Rules" variant="unstyled" className={styles['group'] ?? ''}>
        <Text size="sm" c="dimmed" mb="xs">
          For single pages, attributes, fields and desks. Where several match, the strictest counts.
        </Text>
        <RuleRows
          rules={document.rules ?? []}
          classes={document.classes ?? []}
          onChange={(rules) => set({ rules })}
        />
      </Fieldset>
      <Fieldset legend="Who sees more" variant="unstyled" className={styles['group'] ?? ''}>
        <Text size="sm" c="dimmed" mb="xs">
          A rule can show something to one of these alone: agents with one of its roles.
        </Text>
        <ClassRows classes={document.classes ?? []} onChange={(classes) => set({ classes })} />
      </Fieldset>
      <Lines
        label="Numbers that never show"
        description="Regular expressions of national ids and the like. Card and account numbers never show in any case."
        value={document.patterns}
        onChange={(patterns) => set({ patterns })}
      />
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
  return (
    <Textarea
      label={label}
      description={`${description} One a line.`}
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
