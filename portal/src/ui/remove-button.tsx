import { DeleteOutlined } from '@ant-design/icons';
import { App, Button, Popconfirm } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { ProblemError } from '../api/problem';
import { shell } from '../shell/texts';
import { useTexts } from '../texts/define-texts';
import { ui } from './texts';

interface RemoveButtonProps {
  /** What goes with it, said before. */
  question: string;
  /** Named for whoever does not see the picture. */
  label: string;
  remove: () => Promise<unknown>;
}

/** Removes after a question; a refusal says why. */
export function RemoveButton({ question, label, remove }: RemoveButtonProps) {
  const [t, words] = [useTexts(ui), useTexts(shell)];
  const { message } = App.useApp();
  const removing = useMutation({
    mutationFn: remove,
    onError: (error) => void message.error(error instanceof ProblemError && error.problem.detail ? error.problem.detail : words('unreachable')),
  });
  return (
    <Popconfirm title={question} okText={t('remove')} cancelText={t('cancel')} okButtonProps={{ danger: true }} onConfirm={() => removing.mutateAsync().catch(() => undefined)}>
      <Button type="text" danger icon={<DeleteOutlined />} aria-label={`${t('remove')}: ${label}`} loading={removing.isPending} />
    </Popconfirm>
  );
}
