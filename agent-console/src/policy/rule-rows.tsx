import { ActionIcon, Button, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import styles from './policy-desk.module.css';
import type { PolicyClass, PolicyRule } from './policy-document.ts';

const effects = [
  { value: 'show', label: 'Show' },
  { value: 'mask', label: 'Mask' },
  { value: 'block', label: 'Leave out' },
  { value: 'field', label: 'Field' },
];

const rights = [
  { value: 'value', label: 'Show the value' },
  { value: 'state', label: 'Show filled and valid' },
  { value: 'propose', label: 'Take proposals' },
  { value: 'control', label: 'Take control' },
];

interface RuleRowsProps {
  readonly rules: readonly PolicyRule[];
  readonly classes: readonly PolicyClass[];
  readonly onChange: (rules: PolicyRule[]) => void;
}

/** Rules, a row each. */
export function RuleRows({ rules, classes, onChange }: RuleRowsProps) {
  const put = (at: number, rule: PolicyRule) => onChange(rules.map((each, i) => (i === at ? rule : each)));
  return (
    <>
      {rules.map((rule, at) => (
        // Rows have no name of their own, and none is moved.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div className={styles['row']} key={at}>
          <NativeSelect
            label="What"
            data={effects}
            value={rule.effect}
            onChange={(event) => put(at, withEffect(rule, event.currentTarget.value as PolicyRule['effect']))}
          />
          <TextInput
            label="Selector"
            value={rule.select}
            onChange={(event) => put(at, { ...rule, select: event.currentTarget.value })}
            spellCheck={false}
            classNames={{ input: styles['code'] ?? '' }}
          />
          <TextInput
            label="Page"
            placeholder="every page"
            value={rule.page ?? ''}
            onChange={(event) => put(at, optional(rule, 'page', event.currentTarget.value))}
            spellCheck={false}
            classNames={{ input: styles['code'] ?? '' }}
          />
          {rule.effect === 'field' ? (
            <MultiSelect
              label="Rights"
              data={rule.class === undefined ? rights : rights.filter(({ value }) => value === 'value')}
              value={[...(rule.rights ?? [])]}
              onChange={(value) => put(at, { ...rule, rights: value as NonNullable<PolicyRule['rights']> })}
            />
          ) : (
            <TextInput
              label="Attribute"
              placeholder="its text"
              disabled={rule.effect === 'block' || rule.class !== undefined}
              value={rule.attribute ?? ''}
              onChange={(event) => put(at, optional(rule, 'attribute', event.currentTarget.value))}
              spellCheck={false}
              classNames={{ input: styles['code'] ?? '' }}
            />
          )}
          <NativeSelect
            label="For"
            disabled={rule.effect === 'mask' || rule.effect === 'block'}
            data={[
              { value: '', label: 'Everybody' },
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
            aria-label={`Remove the rule for ${rule.select || 'nothing yet'}`}
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
        Add a rule
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
