import { CheckCircleOutlined, CoffeeOutlined, PoweroffOutlined } from '@ant-design/icons';
import { Button, Flex, Segmented, Typography } from 'antd';
import { useMutation, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { answerOf, api } from '../../api/client';
import { queries } from '../../api/queries';
import type { Schemas } from '../../api/types';
import { breakReasons, useBreakReasonName } from '../../data/break-reasons';
import { ownAgent } from '../../data/own-agent';
import { agentStateOf, agentStateSince } from '../../live/agent-state';
import { AgentStateDot } from '../../live/agent-state-dot';
import { useServerNow } from '../../live/use-server-now';
import { useTexts } from '../../texts/define-texts';
import { duration } from '../../texts/formats';
import { Pane } from '../../ui/pane';
import { ProblemAlert } from '../../ui/problem-alert';
import { desktop } from './texts';

/** Only a hot desk chooses. */
const SeatChoice = lazy(() => import('./seat-choice').then(({ SeatChoice: each }) => ({ default: each })));

type Agent = Schemas['AgentDto'];
type Status = Agent['status'];
interface Wish {
  status: Status;
  break_reason?: string;
}

const ICONS = { available: <CheckCircleOutlined />, on_break: <CoffeeOutlined />, logged_out: <PoweroffOutlined /> } as const;

/** What an agent chooses: ready, a break and why, or signed out; with the seat where a hot desk is signed in at. */
export function StatusCard({ agent, seen }: { agent: Agent; seen: Schemas['FloorAgentDto'] | undefined }) {
  const t = useTexts(desktop);
  const [seatId, setSeatId] = useState<string | null>(null);
  const [asksWhy, setAsksWhy] = useState(false);
  const reasons = useQuery(breakReasons).data?.data.reasons ?? [];
  const isHotDesk = agent.seat_id === null && agent.signed_in_seat_id === null;
  const setting = useMutation({
    mutationFn: (wish: Wish) =>
      answerOf(api.PUT('/v1/me/agent/status', { body: { ...wish, ...(isHotDesk && seatId !== null && wish.status !== 'logged_out' && { seat_id: seatId }) } })),
    onSuccess: (after) => {
      queries.setQueryData(ownAgent.queryKey, after);
      setAsksWhy(false);
    },
  });
  const choose = (status: Status) => {
    setting.reset();
    if (status === 'on_break' && reasons.length > 0) return setAsksWhy(true);
    setAsksWhy(false);
    setting.mutate({ status });
  };
  const options = (['available', 'on_break', 'logged_out'] as const).map((value) => ({ value, icon: ICONS[value], label: t(`status_${value}`) }));
  return (
    <Pane title={agent.name.includes(agent.number) ? agent.name : `${agent.number} ${agent.name}`}>
      <Flex vertical gap={14}>
        <Now agent={agent} seen={seen} />
        <Segmented<Status> block style={{ overflow: 'auto' }} aria-label={t('status')} options={options} value={asksWhy ? 'on_break' : agent.status} disabled={setting.isPending} onChange={choose} />
        {(asksWhy || (agent.status === 'on_break' && reasons.length > 0)) && (
          <Reasons reasons={reasons} chosen={agent.status === 'on_break' ? agent.break_reason : null} pending={setting.isPending} onChoose={(code) => setting.mutate({ status: 'on_break', break_reason: code })} />
        )}
        {isHotDesk && <Suspense><SeatChoice value={seatId} onChange={setSeatId} /></Suspense>}
        <ProblemAlert error={setting.error} />
      </Flex>
    </Pane>
  );
}

/** The state as the floor sees it, and for how long. */
function Now({ agent, seen }: { agent: Agent; seen: Schemas['FloorAgentDto'] | undefined }) {
  const now = useServerNow();
  const { status, status_since: since, break_reason: reason } = agent;
  const known = { status, status_since: since, state: seen?.state ?? null, state_since: seen?.state_since ?? null, wrap_up_until: seen?.wrap_up_until ?? null };
  return (
    <Flex align="baseline" justify="space-between" gap={12} data-own-state={agentStateOf(known)}>
      <span style={{ fontSize: 16, fontWeight: 600 }}><AgentStateDot state={agentStateOf(known)} reason={reason} /></span>
      <Typography.Text className="figures" style={{ fontSize: 22 }} data-figure="state-timer">{duration((now - Date.parse(agentStateSince(known))) / 1000)}</Typography.Text>
    </Flex>
  );
}

interface ReasonsProps {
  reasons: Schemas['BreakReasonDto'][];
  chosen: string | null;
  pending: boolean;
  onChoose: (code: string) => void;
}

function Reasons({ reasons, chosen, pending, onChoose }: ReasonsProps) {
  const t = useTexts(desktop);
  const nameOf = useBreakReasonName();
  return (
    <Flex vertical gap={6} role="group" aria-label={t('why')}>
      <Typography.Text type="secondary">{t('why')}</Typography.Text>
      <Flex gap={8} wrap>
        {reasons.map(({ code }) => (
          <Button key={code} size="small" type={code === chosen ? 'primary' : 'default'} aria-pressed={code === chosen} disabled={pending} onClick={() => onChoose(code)}>{nameOf(code)}</Button>
        ))}
      </Flex>
    </Flex>
  );
}
