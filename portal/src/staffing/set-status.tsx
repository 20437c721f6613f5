import { Flex, Select, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/types';
import { agentLabel, allAgents } from '../data/agents';
import { allSeats } from '../data/seats';
import { useMay } from '../session/use-may';
import { useTexts } from '../texts/define-texts';
import { AskButton } from '../ui/ask-button';
import { staffing } from './texts';

type Agent = Schemas['AgentDto'];

const STATUSES = ['available', 'on_break', 'logged_out'] as const;

/** Has an agent be ready, on a break or signed out; it says before what comes of it for a call that goes on. */
export function SetStatus({ agent }: { agent: Agent }) {
  const t = useTexts(staffing);
  const [seat, setSeat] = useState<string | null>(null);
  const needsSeat = agent.seat_id === null && agent.signed_in_seat_id === null;
  const set = async (status: (typeof STATUSES)[number]) => {
    const body = { status, ...(status !== 'logged_out' && needsSeat && seat !== null && { seat_id: seat }) };
    await answerOf(api.PUT('/v1/agents/{id}/status', { params: { path: { id: agent.id } }, body }));
    setSeat(null);
  };
  return (
    <Flex vertical gap={8} style={{ flex: '1 1 320px' }}>
      <Flex gap={8} wrap>
        {needsSeat && <FreeSeats value={seat} onChange={setSeat} />}
        {STATUSES.filter((status) => status !== agent.status).map((status) => (
          <AskButton
            key={status}
            question={t(`ask_${status}`, { agent: agentLabel(agent) })}
            disabled={needsSeat && seat === null && status !== 'logged_out'}
            act={() => set(status)}
          >
            {t(`set_${status}`)}
          </AskButton>
        ))}
      </Flex>
      {needsSeat && <Typography.Text type="secondary" style={{ fontSize: 12 }}>{t('choose_seat_hint')}</Typography.Text>}
    </Flex>
  );
}

function FreeSeats({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const t = useTexts(staffing);
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
