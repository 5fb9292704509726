import { Button, Group, Modal, Text } from '@mantine/core';

interface EndDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onEnd: () => void;
}

/** Asks before the session ends for everybody. */
export function EndDialog({ opened, onClose, onEnd }: EndDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="End the session for everybody?"
      size="sm"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Text size="md" c="dimmed">
        The view closes for you and all others, and the customer has to agree again next time. To hand over to
        a colleague, leave instead.
      </Text>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep going
        </Button>
        <Button color="poor" onClick={onEnd}>
          End session
        </Button>
      </Group>
    </Modal>
  );
}
