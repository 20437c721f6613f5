import { Button, Flex, Input, Segmented, Typography } from 'antd';
import { useMemo, useState } from 'react';
import { agentLabel } from '../../data/agents';
import { AGENT_STATES, agentStateOf, type AgentState } from '../../live/agent-state';
import { AgentStateDot } from '../../live/agent-state-dot';
import { type FloorView, queuesNow } from '../../live/floor';
import type { LiveCall } from '../../live/messages';
import { softphone } from '../../phone/page-phone';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { desktop } from './texts';
import type { TransferRequest } from './transfer';

type Kind = 'agent' | 'queue' | 'number';

interface TransferFormProps {
  call: LiveCall;
  floor: FloorView;
  /** The phone stands on the desk: what it does, its own keys do. */
  atDesk: boolean;
  pending: boolean;
  onTransfer: (body: TransferRequest) => void;
  onConsulted: () => void;
}

/** To whom a call goes: a colleague by name, a queue, a number; at once, or after asking. */
export function TransferForm({ call, floor, atDesk, pending, onTransfer, onConsulted }: TransferFormProps) {
  const t = useTexts(desktop);
  const [kind, setKind] = useState<Kind>('agent');
  const [to, setTo] = useState('');
  const isPhone = useStore(softphone.state).status === 'ready';
  const choose = (next: Kind) => {
    setKind(next);
    setTo('');
  };
  const consult = async () => {
    softphone.holdAll();
    // a colleague is called by number, wherever he sits today
    await softphone.call(kind === 'agent' ? `agent-${to}` : to.trim());
    onConsulted();
  };
  const isNamed = to.trim() !== '';
  return (
    <Flex vertical gap={10} role="group" aria-label={t('transfer')}>
      <Segmented<Kind> block aria-label={t('transfer_to')} value={kind} onChange={choose} options={(['agent', 'queue', 'number'] as const).map((value) => ({ value, label: t(`transfer_${value}`) }))} />
      {kind === 'agent' && <AgentChoice floor={floor} except={call.agent} value={to} onChange={setTo} />}
      {kind === 'queue' && <QueueChoice floor={floor} value={to} onChange={setTo} />}
      {kind === 'number' && <Input aria-label={t('transfer_number')} placeholder={t('number_hint')} inputMode="tel" maxLength={24} value={to} onChange={({ target }) => setTo(target.value)} />}
      <Flex gap={8} wrap>
        <Button type="primary" disabled={!isNamed} loading={pending} onClick={() => onTransfer({ kind, to: to.trim() })}>{t('transfer_now')}</Button>
        {kind !== 'queue' && !atDesk && isPhone && <Button disabled={!isNamed} title={t('consult_hint')} onClick={() => void consult()}>{t('consult')}</Button>}
        {atDesk && <Button loading={pending} title={t('join_desk_hint')} onClick={() => onTransfer({ kind: 'consultation' })}>{t('join_desk')}</Button>}
      </Flex>
      {atDesk && <Typography.Text type="secondary" style={{ fontSize: 13 }}>{t('join_desk_hint')}</Typography.Text>}
    </Flex>
  );
}

interface ChoiceProps {
  floor: FloorView;
  value: string;
  onChange: (value: string) => void;
}

const ORDER: Record<AgentState, number> = Object.fromEntries(AGENT_STATES.map((state, place) => [state, place])) as Record<AgentState, number>;
const MOST_SHOWN = 50;

/** Colleagues who are there, those who are ready first. */
function AgentChoice({ floor: { agents }, except, value, onChange }: ChoiceProps & { except: string | null }) {
  const t = useTexts(desktop);
  const [search, setSearch] = useState('');
  const there = useMemo(() => {
    const rows = [...agents.values()].map((agent) => ({ number: agent.number, label: agentLabel(agent), state: agentStateOf(agent), reason: agent.break_reason }));
    return rows.filter(({ number, state }) => state !== 'logged_out' && number !== except).sort((a, b) => ORDER[a.state] - ORDER[b.state] || a.number.localeCompare(b.number));
  }, [agents, except]);
  const found = there.filter(({ label, number }) => `${number} ${label}`.toLowerCase().includes(search.trim().toLowerCase())).slice(0, MOST_SHOWN);
  return (
    <Flex vertical gap={8}>
      <Input allowClear placeholder={t('search_agent')} aria-label={t('search_agent')} value={search} onChange={({ target }) => setSearch(target.value)} />
      {found.length === 0 && <Typography.Text type="secondary">{t('nobody_there')}</Typography.Text>}
      <ul className="choice-list" role="radiogroup" aria-label={t('transfer_agent')}>
        {found.map(({ number, label, state, reason }) => (
          <li key={number}>
            <label>
              <input type="radio" name="transfer-agent" checked={number === value} onChange={() => onChange(number)} />
              <span>{label}</span>
              <span><AgentStateDot state={state} reason={reason} /></span>
            </label>
          </li>
        ))}
      </ul>
    </Flex>
  );
}

function QueueChoice({ floor, value, onChange }: ChoiceProps) {
  const t = useTexts(desktop);
  const queues = useMemo(() => queuesNow(floor), [floor]);
  return (
    <ul className="choice-list" role="radiogroup" aria-label={t('transfer_queue')}>
      {queues.map(({ name, waiting }) => (
        <li key={name}>
          <label>
            <input type="radio" name="transfer-queue" checked={name === value} onChange={() => onChange(name)} />
            <span>{name}</span>
            <Typography.Text type="secondary" className="figures">{t('waiting', { count: waiting })}</Typography.Text>
          </label>
        </li>
      ))}
    </ul>
  );
}
