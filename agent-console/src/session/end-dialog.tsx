import { Button, Group, Modal, Text } from '@mantine/core';
import { useWords } from '../words/language-context.tsx';

interface EndDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onEnd: () => void;
}

/** Asks before the session ends for everybody. */
export function EndDialog({ opened, onClose, onEnd }: EndDialogProps) {
  const { session, shared } = useWords();
  const words = session.ending;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.title}
      size="sm"
      closeButtonProps={{ 'aria-label': shared.close }}
    >
      <Text size="md" c="dimmed">
        {words.body}
      </Text>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose} data-autofocus>
          {words.keep}
        </Button>
        <Button color="poor" onClick={onEnd}>
          {words.end}
        </Button>
      </Group>
    </Modal>
  );
}
