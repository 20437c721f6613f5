import { App, Flex, Modal } from 'antd';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemAlert } from '../../ui/problem-alert';

interface ActModalProps {
  title: string;
  open: boolean;
  onClose: () => void;
  /** On the button that does it. */
  action: string;
  danger?: boolean;
  /** Nothing is to be done as things are. */
  barred?: boolean;
  act: () => Promise<unknown>;
  /** Said when it is done. */
  done: string;
  children: ReactNode;
}

/** Says what comes of something before it is done, and why it was refused. */
export function ActModal({ title, open, onClose, action, danger = false, barred = false, act, done, children }: ActModalProps) {
  const { message } = App.useApp();
  const acting = useMutation({
    mutationFn: act,
    onSuccess: () => {
      void message.success(done);
      onClose();
    },
  });
  return (
    <Modal
      title={title}
      open={open}
      width={640}
      onCancel={onClose}
      okText={action}
      okButtonProps={{ danger, disabled: barred, loading: acting.isPending }}
      onOk={() => acting.mutate()}
      afterClose={() => acting.reset()}
      destroyOnHidden
      styles={{ body: { maxHeight: '62vh', overflow: 'auto' } }}
    >
      <Flex vertical gap={12}>
        {children}
        <ProblemAlert error={acting.error} />
      </Flex>
    </Modal>
  );
}
