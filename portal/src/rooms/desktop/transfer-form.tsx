import { Button, Flex, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { agentStateOf } from '../../live/agent-state';
import { useFloor } from '../../live/use-floor';
import { softphone } from '../../phone/page-phone';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { desktop } from './texts';
import type { TransferRequest } from './transfer';

type Kind = 'agent' | 'queue' | 'number';

interface TransferFormProps {
  pending: boolean;
  onTransfer: (body: TransferRequest) => void;
  onConsulted: () => void;
}

/** To whom a call goes: colleagues who are ready first. */
export function TransferForm({ pending, onTransfer, onConsulted }: TransferFormProps) {
  const t = useTexts(desktop);
  const floor = useFloor();
  const [kind, setKind] = useState<Kind>('agent');
  const [to, setTo] = useState('');
  const phone = useStore(softphone.state);
  const ready = [...(floor?.agents.values() ?? [])].filter((agent) => agentStateOf(agent) === 'ready');
  const choices = kind === 'agent' ? ready.map(({ number, name }) => ({ value: number, label: `${number} ${name}` })) : (floor?.queues ?? []).map((value) => ({ value, label: value }));
  const choose = (next: Kind) => {
    setKind(next);
    setTo('');
  };
  const consult = async () => {
    softphone.holdAll();
    await softphone.call(to.trim());
    onConsulted();
  };
  return (
    <Flex vertical gap={8}>
      <Segmented<Kind> aria-label={t('transfer_to')} value={kind} onChange={choose} options={(['agent', 'queue', 'number'] as const).map((value) => ({ value, label: t(`transfer_${value}`) }))} />
      {kind === 'number' ? (
        <Input aria-label={t('transfer_number')} placeholder={t('dial_hint')} inputMode="tel" maxLength={24} value={to} onChange={({ target }) => setTo(target.value)} />
      ) : (
        <Select<string> aria-label={kind === 'agent' ? t('ready_agents') : t('transfer_queue')} placeholder={kind === 'agent' ? t('ready_agents') : t('transfer_queue')} showSearch={{ optionFilterProp: 'label' }} value={to || null} onChange={setTo} options={choices} />
      )}
      <Flex gap={8} wrap>
        <Button type="primary" disabled={to.trim() === ''} loading={pending} onClick={() => onTransfer({ kind, to: to.trim() })}>{t('transfer_now')}</Button>
        {kind !== 'queue' && phone.status === 'ready' && (
          <Button disabled={to.trim() === ''} title={t('consult_hint')} onClick={() => void consult()}>{t('consult')}</Button>
        )}
      </Flex>
    </Flex>
  );
}
