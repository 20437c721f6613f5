import { Button, Card, Empty, Flex, Input, Space } from 'antd';
import { PhoneOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { Schemas } from '../../api/types';
import { useFloor } from '../../live/use-floor';
import type { LiveCall } from '../../live/messages';
import type { PhoneCall } from '../../phone/phone-line';
import { softphone } from '../../phone/page-phone';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { CallCard } from './call-card';
import { desktop } from './texts';

type Agent = Schemas['AgentDto'];

/** Calls of this agent, each with what the page's phone can do with it; and a place to dial where there is none. */
export function CallCards({ agent }: { agent: Agent }) {
  const t = useTexts(desktop);
  const floor = useFloor();
  const lines = useStore(softphone.calls);
  const calls = pairs(ownCalls([...(floor?.calls.values() ?? [])], agent.number), lines);
  return (
    <Flex vertical gap={16}>
      {calls.map(({ key, call, line }) => <CallCard key={key} call={call} line={line} canJoin={lines.length > 1 && line?.state === 'held'} />)}
      {calls.length === 0 && (
        <Card>
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={<><b>{t('quiet')}</b><br />{agent.status === 'available' ? t('quiet_ready') : t('quiet_not_ready')}</>}
          />
          <Dialler />
        </Card>
      )}
    </Flex>
  );
}

function ownCalls(calls: LiveCall[], number: string): LiveCall[] {
  return calls.filter((call) => call.agent === number || call.offered_to === number);
}

/** The switch's view of a call and the phone's, by the other party: either may be known a moment before the other. */
function pairs(calls: LiveCall[], lines: readonly PhoneCall[]): { key: string; call: LiveCall | null; line: PhoneCall | null }[] {
  const free = [...lines];
  const paired = calls.map((call) => {
    const at = free.findIndex(({ party }) => party === call.from || party === call.to);
    const [line = null] = at < 0 ? [] : free.splice(at, 1);
    return { key: line?.id ?? call.uuid, call, line };
  });
  return [...paired, ...free.map((line) => ({ key: line.id, call: null, line }))];
}

function Dialler() {
  const t = useTexts(desktop);
  const { status } = useStore(softphone.state);
  const [number, setNumber] = useState('');
  if (status !== 'ready') return null;
  const dial = () => number.trim() && void softphone.call(number.trim());
  return (
    <Flex justify="center">
      <Space.Compact style={{ maxWidth: 360, width: '100%' }}>
        <Input placeholder={t('dial_hint')} aria-label={t('dial_hint')} inputMode="tel" maxLength={24} value={number} onChange={({ target }) => setNumber(target.value)} onPressEnter={dial} />
        <Button type="primary" icon={<PhoneOutlined />} onClick={dial}>{t('dial')}</Button>
      </Space.Compact>
    </Flex>
  );
}
