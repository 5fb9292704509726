import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useWords } from '../words/language-context.tsx';
import styles from './control-layer.module.css';

interface FieldPickerProps {
  readonly press: { readonly select: HTMLSelectElement } | { readonly field: HTMLInputElement };
  readonly left: number;
  readonly top: number;
  readonly onOption: (index: number) => void;
  readonly onValue: (value: string) => void;
  readonly onClose: () => void;
}

/** What a browser opens for a field by itself, here for the agent: a list of options, or a value such as a date. */
export function FieldPicker({ press, left, top, onOption, onValue, onClose }: FieldPickerProps) {
  const { control } = useWords();
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
  };
  const place = {
    className: styles['picker'] ?? '',
    style: { left, top },
    role: 'dialog',
    'aria-label': control.choose,
    onKeyDown: keys,
    onPointerDown: (event: { stopPropagation(): void }) => event.stopPropagation(),
    onPointerUp: (event: { stopPropagation(): void }) => event.stopPropagation(),
  } as const;
  if ('field' in press) {
    const type = press.field.getAttribute('type') ?? 'text';
    return (
      <div {...place}>
        <ValueForm type={type} value={press.field.value} onValue={onValue} />
      </div>
    );
  }
  return (
    <div {...place}>
      <div role="listbox" aria-label={control.choose}>
        {Array.from(press.select.querySelectorAll('option'), (option, index) => (
          <UnstyledButton
            // biome-ignore lint/suspicious/noArrayIndexKey: an option is known by its place
            key={index}
            className={styles['option'] ?? ''}
            role="option"
            aria-selected={option.selected}
            disabled={option.disabled}
            autoFocus={option.selected || index === 0}
            onClick={() => onOption(index)}
          >
            {option.label || option.textContent}
          </UnstyledButton>
        ))}
      </div>
    </div>
  );
}

function ValueForm({
  type,
  value: first,
  onValue,
}: {
  type: string;
  value: string;
  onValue: (value: string) => void;
}) {
  const { control } = useWords();
  const [value, setValue] = useState(first);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onValue(value);
      }}
    >
      <TextInput
        type={type}
        label={control.value}
        value={value}
        autoFocus
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" mt={8}>
        {control.set}
      </Button>
    </form>
  );
}
