import { App, Button, type ButtonProps, Popconfirm, type PopconfirmProps } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { ProblemError } from '../api/problem';
import { useTexts } from '../texts/define-texts';
import { ui } from './texts';

interface AskButtonProps extends Omit<ButtonProps, 'onClick' | 'loading'> {
  /** What comes of it, said before. */
  question: string;
  /** On the button that does it; the words on this one where left out. */
  confirm?: string;
  placement?: PopconfirmProps['placement'];
  act: () => Promise<unknown>;
}

/** Does something that cannot be taken back, after a question; a refusal says why. */
export function AskButton({ question, confirm, placement = 'top', act, children, ...button }: AskButtonProps) {
  const t = useTexts(ui);
  const { message } = App.useApp();
  const acting = useMutation({
    mutationFn: act,
    onSuccess: () => void message.success(t('done')),
    onError: (error) => void message.error((error instanceof ProblemError && error.problem.detail) || t('failed')),
  });
  return (
    <Popconfirm
      title={question}
      placement={placement}
      styles={{ root: { maxWidth: 'min(380px, calc(100vw - 32px))' } }}
      okText={confirm ?? children}
      cancelText={t('cancel')}
      okButtonProps={{ danger: button.danger ?? false }}
      onConfirm={() => acting.mutateAsync().catch(() => undefined)}
    >
      <Button {...button} loading={acting.isPending}>{children}</Button>
    </Popconfirm>
  );
}
