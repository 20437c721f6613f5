import { CheckCircleOutlined, CoffeeOutlined, PoweroffOutlined } from '@ant-design/icons';
import { Card, Flex, Segmented, Typography } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { AGENT_COLOURS, type AgentState } from '../../live/agent-state';
import { useServerNow } from '../../live/use-server-now';
import { useTexts } from '../../texts/define-texts';
import { duration } from '../../texts/formats';
import { ProblemAlert } from '../../ui/problem-alert';
import { StateDot } from '../../ui/state-dot';
import { desktop } from './texts';

/** Only a hot desk chooses. */
const SeatChoice = lazy(() => import('./seat-choice').then(({ SeatChoice: each }) => ({ default: each })));

type Agent = Schemas['AgentDto'];
type Status = Agent['status'];

const ICONS = { available: <CheckCircleOutlined />, on_break: <CoffeeOutlined />, logged_out: <PoweroffOutlined /> } as const;
const STATES: Record<string, AgentState> = { available: 'ready', on_break: 'on_break', logged_out: 'logged_out' };

/** What an agent chooses: ready, break or signed out; with the seat where a hot desk is signed in at. */
export function StatusCard({ agent }: { agent: Agent }) {
  const t = useTexts(desktop);
  const now = useServerNow();
  const [seatId, setSeatId] = useState<string | null>(null);
  const isHotDesk = agent.seat_id === null && agent.signed_in_seat_id === null;
  const setting = useMutation({
    mutationFn: (status: Status) =>
      answerOf(api.PUT('/v1/me/agent/status', { body: { status, ...(isHotDesk && seatId !== null && status !== 'logged_out' && { seat_id: seatId }) } })),
  });
  const options = (['available', 'on_break', 'logged_out'] as const).map((value) => ({ value, icon: ICONS[value], label: t(`status_${value}`) }));
  return (
    <Card
      title={agent.name.includes(agent.number) ? agent.name : `${agent.number} ${agent.name}`}
      extra={<StateDot colour={AGENT_COLOURS[STATES[agent.status] ?? 'ready']}>{t(`status_${agent.status as keyof typeof ICONS}`)}</StateDot>}
    >
      <Flex vertical gap={12}>
        <Segmented<Status> block style={{ overflow: 'auto' }} aria-label={t('status')} options={options} value={agent.status} disabled={setting.isPending} onChange={(status) => setting.mutate(status)} />
        <Typography.Text type="secondary" className="figures">{t('since', { time: duration((now - Date.parse(agent.status_since)) / 1000) })}</Typography.Text>
        {isHotDesk && <Suspense><SeatChoice value={seatId} onChange={setSeatId} /></Suspense>}
        <ProblemAlert error={setting.error} />
      </Flex>
    </Card>
  );
}
