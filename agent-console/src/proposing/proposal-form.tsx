import { limits } from '@cobrowse/client/protocol';
import { Button, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type Ref, useId, useRef, useState } from 'react';
import { useWords } from '../words/language-context.tsx';
import type { Field } from './fields.ts';
import styles from './proposal-panel.module.css';

interface ProposalFormProps {
  readonly fields: readonly Field[];
  readonly field: Field | undefined;
  readonly onField: (node: number) => void;
  readonly valueRef: Ref<HTMLInputElement & HTMLTextAreaElement>;
  readonly onPropose: (field: Field, value: string) => void;
  readonly onCancel: () => void;
}

/** Which field, and what the customer should enter there. */
export function ProposalForm({ fields, field, onField, valueRef, onPropose, onCancel }: ProposalFormProps) {
  const words = useWords().proposing;
  const list = useId();
  const choice = useRef<HTMLSelectElement>(null);
  const [value, setValue] = useState('');
  const wanted = field?.kind === 'Check' && value === '' ? 'true' : value;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!field || wanted === '') return;
    onPropose(field, wanted);
    setValue('');
    // The next one begins with its field.
    choice.current?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    submit();
  };
  const common = {
    value,
    maxLength: limits.proposalLength,
    size: 'xs',
    disabled: !field,
    autoComplete: 'off',
  } as const;
  return (
    <form
      className={styles['form']}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <NativeSelect
        ref={choice}
        size="xs"
        label={words.field}
        description={words.hint}
        value={field?.node ?? ''}
        onChange={(event) => {
          setValue('');
          onField(Number(event.currentTarget.value));
        }}
        data={[
          { value: '', label: words.choose, disabled: true },
          ...fields.map(({ node, name, kind }, at) => ({
            value: `${node}`,
            label: name || words.unnamed(words.kinds[kind], at + 1),
          })),
        ]}
      />
      {field?.kind === 'Check' ? (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={words.value}
          value={wanted}
          onChange={setValue}
          data={[
            { value: 'true', label: words.checked },
            { value: 'false', label: words.notChecked, disabled: field.type === 'radio' },
          ]}
        />
      ) : field?.type === 'textarea' ? (
        <Textarea
          {...common}
          ref={valueRef}
          label={words.value}
          autosize
          maxRows={5}
          onKeyDown={keys}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      ) : (
        <TextInput
          {...common}
          ref={valueRef}
          label={field?.kind === 'Choice' ? words.choice : words.value}
          type={field?.kind === 'Date' ? field.type : 'text'}
          list={field?.options.length ? list : undefined}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      )}
      {field && field.options.length > 0 && (
        <datalist id={list}>
          {field.options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      <p className={styles['promise']}>{words.promise}</p>
      <div className={styles['actions']}>
        <Button size="xs" variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button size="xs" type="submit" disabled={!field || wanted === ''}>
          {words.propose}
        </Button>
      </div>
    </form>
  );
}
