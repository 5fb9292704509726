import { ActionIcon, Button, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useWords } from '../words/language-context.tsx';
import styles from './policy-desk.module.css';
import type { PolicyClass, PolicyRule } from './policy-document.ts';

const effects = ['show', 'mask', 'block', 'field'] as const;
const rights = ['value', 'state', 'propose', 'control'] as const;

interface RuleRowsProps {
  readonly rules: readonly PolicyRule[];
  readonly classes: readonly PolicyClass[];
  readonly onChange: (rules: PolicyRule[]) => void;
}

/** Rules, a row each. */
export function RuleRows({ rules, classes, onChange }: RuleRowsProps) {
  const words = useWords().policy.rule;
  const put = (at: number, rule: PolicyRule) => onChange(rules.map((each, i) => (i === at ? rule : each)));
  return (
    <>
      {rules.map((rule, at) => (
        // Rows have no name of their own, and none is moved.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div className={styles['row']} key={at}>
          <NativeSelect
            label={words.what}
            data={effects.map((value) => ({ value, label: words.effects[value] }))}
            value={rule.effect}
            onChange={(event) => put(at, withEffect(rule, event.currentTarget.value as PolicyRule['effect']))}
          />
          <TextInput
            label={words.selector}
            value={rule.select}
            onChange={(event) => put(at, { ...rule, select: event.currentTarget.value })}
            spellCheck={false}
            classNames={{ input: styles['code'] ?? '' }}
          />
          <TextInput
            label={words.page}
            placeholder={words.everyPage}
            value={rule.page ?? ''}
            onChange={(event) => put(at, optional(rule, 'page', event.currentTarget.value))}
            spellCheck={false}
            classNames={{ input: styles['code'] ?? '' }}
          />
          {rule.effect === 'field' ? (
            <MultiSelect
              label={words.rights}
              data={rights
                .filter((right) => rule.class === undefined || right === 'value')
                .map((value) => ({ value, label: words.right[value] }))}
              value={[...(rule.rights ?? [])]}
              onChange={(value) => put(at, { ...rule, rights: value as NonNullable<PolicyRule['rights']> })}
            />
          ) : (
            <TextInput
              label={words.attribute}
              placeholder={words.itsText}
              disabled={rule.effect === 'block' || rule.class !== undefined}
              value={rule.attribute ?? ''}
              onChange={(event) => put(at, optional(rule, 'attribute', event.currentTarget.value))}
              spellCheck={false}
              classNames={{ input: styles['code'] ?? '' }}
            />
          )}
          <NativeSelect
            label={words.for}
            disabled={rule.effect === 'mask' || rule.effect === 'block'}
            data={[
              { value: '', label: words.everybody },
              ...classes.map(({ class: number, name }) => ({ value: `${number}`, label: name })),
            ]}
            value={rule.class === undefined ? '' : `${rule.class}`}
            onChange={(event) => {
              const { class: _, ...rest } = rule;
              const { value } = event.currentTarget;
              put(at, value === '' ? rest : forClass({ ...rest, class: Number(value) }));
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={34}
            aria-label={words.remove(rule.select)}
            onClick={() => onChange(rules.filter((_, i) => i !== at))}
          >
            <IconTrash size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        onClick={() => onChange([...rules, { select: '', effect: 'mask' }])}
      >
        {words.add}
      </Button>
    </>
  );
}

/** What only another effect takes does not stay behind unseen. */
function withEffect({ select, page, ...rest }: PolicyRule, effect: PolicyRule['effect']): PolicyRule {
  return {
    select,
    ...(page === undefined ? {} : { page }),
    effect,
    ...(effect === 'field' ? { rights: rest.rights ?? ['value'] } : {}),
    ...(rest.class !== undefined && (effect === 'show' || effect === 'field') ? { class: rest.class } : {}),
  };
}

/** A class sees all of an element, and of a field what is in it. */
function forClass({ attribute: _, ...rule }: PolicyRule): PolicyRule {
  return rule.effect === 'field' ? { ...rule, rights: ['value'] } : rule;
}

function optional(rule: PolicyRule, name: 'page' | 'attribute', value: string): PolicyRule {
  const { [name]: _, ...rest } = rule;
  return value === '' ? (rest as PolicyRule) : ({ ...rest, [name]: value } as PolicyRule);
}
