import { ActionIcon, Button, TagsInput, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useWords } from '../words/language-context.tsx';
import styles from './policy-desk.module.css';
import type { PolicyClass } from './policy-document.ts';

interface ClassRowsProps {
  readonly classes: readonly PolicyClass[];
  readonly onChange: (classes: PolicyClass[]) => void;
}

const mostClasses = 255;

/** Classes of viewers, a row each. */
export function ClassRows({ classes, onChange }: ClassRowsProps) {
  const words = useWords().policy.class;
  const put = (number: number, part: Partial<PolicyClass>) =>
    onChange(classes.map((each) => (each.class === number ? { ...each, ...part } : each)));
  return (
    <>
      {classes.map(({ class: number, name, roles }) => (
        <div className={styles['row']} data-of="classes" key={number}>
          <TextInput
            label={words.name}
            value={name}
            onChange={(event) => put(number, { name: event.currentTarget.value })}
          />
          <TagsInput
            label={words.roles}
            placeholder={roles.length === 0 ? words.rolesHint : ''}
            value={[...roles]}
            onChange={(value) => put(number, { roles: value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={34}
            aria-label={words.remove(name)}
            onClick={() => onChange(classes.filter((each) => each.class !== number))}
          >
            <IconTrash size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        disabled={classes.length === mostClasses}
        onClick={() => onChange([...classes, { class: free(classes), name: '', roles: [] }])}
      >
        {words.add}
      </Button>
    </>
  );
}

function free(classes: readonly PolicyClass[]): number {
  let number = 1;
  while (classes.some((each) => each.class === number)) number++;
  return number;
}
