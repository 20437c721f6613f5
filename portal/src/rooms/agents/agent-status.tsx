import { Button, Card, Flex, Select, Typography } from 'antd';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { allAgents } from '../../data/agents';
import { allSeats } from '../../data/seats';
import { agentStateOf, agentStateSince } from '../../live/agent-state';
import { AgentStateDot } from '../../live/agent-state-dot';
import { useFloor } from '../../live/use-floor';
import { useServerNow } from '../../live/use-server-now';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { duration } from '../../texts/formats';
import { ProblemAlert } from '../../ui/problem-alert';
import { agents } from './texts';

type Agent = Schemas['AgentDto'];

const STATUSES = ['available', 'on_break', 'logged_out'] as const;

/** What the agent does now, and what somebody else may have the agent do. */
export function AgentStatus({ agent }: { agent: Agent }) {
  const t = useTexts(agents);
  const maySet = useMay('agents:status');
  const now = useServerNow();
  const seen = useFloor()?.agents.get(agent.number);
  const known = { status: agent.status, status_since: agent.status_since, state: seen?.state ?? null, state_since: seen?.state_since ?? null };
  return (
    <Card title={t('status')} extra={maySet && <Typography.Text type="secondary">{t('status_hint')}</Typography.Text>}>
      <Flex gap={16} wrap align="center">
        <Flex gap={12} align="center" style={{ minWidth: 200 }}>
          <AgentStateDot state={agentStateOf(known)} />
          <Typography.Text type="secondary" className="figures">{duration((now - Date.parse(agentStateSince(known))) / 1000)}</Typography.Text>
          <SitsAt agent={agent} />
        </Flex>
        {maySet && <SetStatus agent={agent} />}
      </Flex>
    </Card>
  );
}

function SitsAt({ agent: { signed_in_seat_id: seatId } }: { agent: Agent }) {
  const t = useTexts(agents);
  const { data } = useQuery({ ...allSeats, enabled: useMay('seats:read') && seatId !== null });
  const extension = data?.find(({ id }) => id === seatId)?.extension;
  return extension === undefined ? null : <Typography.Text type="secondary">{t('sits_at', { extension })}</Typography.Text>;
}

function SetStatus({ agent }: { agent: Agent }) {
  const t = useTexts(agents);
  const [seat, setSeat] = useState<string | null>(null);
  const needsSeat = agent.seat_id === null && agent.signed_in_seat_id === null;
  const setting = useMutation({
    mutationFn: (status: (typeof STATUSES)[number]) =>
      answerOf(api.PUT('/v1/agents/{id}/status', {
        params: { path: { id: agent.id } },
        body: { status, ...(status !== 'logged_out' && needsSeat && seat !== null && { seat_id: seat }) },
      })),
    onSuccess: () => setSeat(null),
  });
  return (
    <Flex vertical gap={8} style={{ flex: '1 1 320px' }}>
      <Flex gap={8} wrap>
        {needsSeat && <FreeSeats value={seat} onChange={setSeat} />}
        {STATUSES.filter((status) => status !== agent.status).map((status) => (
          <Button
            key={status}
            loading={setting.isPending && setting.variables === status}
            disabled={needsSeat && seat === null && status !== 'logged_out'}
            onClick={() => setting.mutate(status)}
          >
            {t(`set_${status}`)}
          </Button>
        ))}
      </Flex>
      {needsSeat && <Typography.Text type="secondary" style={{ fontSize: 12 }}>{t('choose_seat_hint')}</Typography.Text>}
      <ProblemAlert error={setting.error} />
    </Flex>
  );
}

function FreeSeats({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const t = useTexts(agents);
  const seats = useQuery({ ...allSeats, enabled: useMay('seats:read') });
  const { data: all = [] } = useQuery(allAgents);
  const taken = new Set(all.flatMap(({ seat_id: fixed, signed_in_seat_id: now }) => [fixed, now]));
  const free = (seats.data ?? []).filter(({ id }) => !taken.has(id)).sort((a, b) => a.extension.localeCompare(b.extension));
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: 190, maxWidth: '100%' }}
      aria-label={t('choose_seat')}
      placeholder={t('choose_seat')}
      value={value}
      onChange={(next) => onChange(next ?? null)}
      options={free.map(({ id, extension }) => ({ value: id, label: extension }))}
    />
  );
}
