import { Button, Checkbox, Group, Modal, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';

interface EraseFormProps {
  readonly busy: boolean;
  readonly held: boolean;
  readonly onErase: (reference: string, keepAudit: boolean) => void;
}

/** Asks for the request's file number, and once more, before a session is erased. */
export function EraseForm({ busy, held, onErase }: EraseFormProps) {
  const [reference, setReference] = useState('');
  const [keepAudit, setKeepAudit] = useState(false);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Title order={2} size="h4">
        Erase
      </Title>
      {held ? (
        <Text c="dimmed">It is held. Once every hold is lifted it can be erased.</Text>
      ) : (
        <>
          <TextInput
            label="File number of the request"
            description="It stays for ever: no names."
            placeholder="DSR-17"
            value={reference}
            maxLength={64}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
          <Checkbox
            mt="sm"
            label="Keep whom and what the audit names"
            checked={keepAudit}
            onChange={(event) => setKeepAudit(event.currentTarget.checked)}
          />
          <Button
            mt="sm"
            color="poor"
            disabled={busy || reference.trim() === ''}
            onClick={() => setAsking(true)}
          >
            Erase…
          </Button>
        </>
      )}
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title="Erase this session for ever?"
        size="sm"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Text c="dimmed">
          {keepAudit
            ? 'What it was about and who took part will be unknown to everybody. Its audit stays.'
            : 'What it was about, who took part and whom its audit names will be unknown to everybody.'}
        </Text>
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            Keep it
          </Button>
          <Button
            color="poor"
            onClick={() => {
              setAsking(false);
              onErase(reference.trim(), keepAudit);
            }}
          >
            Erase for ever
          </Button>
        </Group>
      </Modal>
    </>
  );
}
