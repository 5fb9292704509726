import { Button, Checkbox, Group, Modal, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/language-context.tsx';

interface EraseFormProps {
  readonly busy: boolean;
  readonly held: boolean;
  readonly onErase: (reference: string, keepAudit: boolean) => void;
}

/** Asks for the request's file number, and once more, before a session is erased. */
export function EraseForm({ busy, held, onErase }: EraseFormProps) {
  const { retention, shared } = useWords();
  const words = retention.erase;
  const [reference, setReference] = useState('');
  const [keepAudit, setKeepAudit] = useState(false);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Title order={2} size="h4">
        {words.title}
      </Title>
      {held ? (
        <Text c="dimmed">{words.held}</Text>
      ) : (
        <>
          <TextInput
            label={words.reference}
            description={words.referenceHint}
            placeholder={words.referenceExample}
            value={reference}
            maxLength={64}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
          <Checkbox
            mt="sm"
            label={words.keepAudit}
            checked={keepAudit}
            onChange={(event) => setKeepAudit(event.currentTarget.checked)}
          />
          <Button
            mt="sm"
            color="poor"
            disabled={busy || reference.trim() === ''}
            onClick={() => setAsking(true)}
          >
            {words.ask}
          </Button>
        </>
      )}
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={words.question}
        size="sm"
        closeButtonProps={{ 'aria-label': shared.close }}
      >
        <Text c="dimmed">{keepAudit ? words.withoutAudit : words.withAudit}</Text>
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            {words.keep}
          </Button>
          <Button
            color="poor"
            onClick={() => {
              setAsking(false);
              onErase(reference.trim(), keepAudit);
            }}
          >
            {words.erase}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
