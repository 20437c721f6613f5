import { AudioOutlined } from '@ant-design/icons';
import { Alert, Button, Space, Typography } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { ProblemError } from '../api/problem';
import { useTexts } from '../texts/define-texts';
import { ProblemAlert } from '../ui/problem-alert';
import type { Audio } from './audio';
import type { PausedSpan } from './paused-spans';
import { Player } from './player';
import { recording } from './texts';

const LONGEST_MS = 10 * 60_000;
const NONE: PausedSpan[] = [];

interface ListenProps {
  fetch: (signal: AbortSignal) => Promise<Audio>;
  pauses?: PausedSpan[];
}

/** Fetched when it is asked for only: who listens stands in the audit log. */
export function Listen({ fetch, pauses = NONE }: ListenProps) {
  const t = useTexts(recording);
  const audio = useMutation({ mutationFn: () => fetch(AbortSignal.timeout(LONGEST_MS)) });
  return (
    <>
      {audio.data ? (
        <Player audio={audio.data} pauses={pauses} />
      ) : (
        <Space wrap>
          <Button type="primary" icon={<AudioOutlined />} loading={audio.isPending} onClick={() => audio.mutate()}>{t('listen')}</Button>
          <Typography.Text type="secondary">{t('listen_hint')}</Typography.Text>
        </Space>
      )}
      {audio.error && (audio.error instanceof ProblemError ? <ProblemAlert error={audio.error} /> : <Alert type="error" showIcon title={t('unplayable')} />)}
    </>
  );
}
