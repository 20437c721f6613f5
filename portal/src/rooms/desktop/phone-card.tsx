import { DesktopOutlined, PhoneOutlined, SoundOutlined } from '@ant-design/icons';
import { Button, Flex, Segmented, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Schemas } from '../../api/types';
import { closePhone, isPhoneWanted, openPhone, phoneProblem, phoneTab, softphone } from '../../phone/page-phone';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { Pane } from '../../ui/pane';
import { ProblemAlert } from '../../ui/problem-alert';
import { StateDot } from '../../ui/state-dot';
import { phoneChoice } from './desktop-queries';
import { desktop } from './texts';

const Devices = lazy(() => import('./devices').then(({ Devices: each }) => ({ default: each })));
const ECHO = 'echo-test';

/** Whether calls ring in this page or on the desk, and how the page's phone is. */
export function PhoneCard({ agent }: { agent: Schemas['AgentDto'] }) {
  const t = useTexts(desktop);
  const choice = useQuery(phoneChoice);
  const wanted = useStore(isPhoneWanted);
  const seatId = agent.signed_in_seat_id ?? agent.seat_id;
  const possible = choice.data?.in_page ?? false;
  useEffect(() => {
    if (possible && wanted && seatId && softphone.state.get().status === 'off') void openPhone(seatId);
  }, [possible, wanted, seatId]);
  const options = [
    { value: 'page', icon: <DesktopOutlined />, label: t('phone_page'), disabled: !possible || !seatId },
    { value: 'desk', icon: <PhoneOutlined />, label: t('phone_desk') },
  ];
  const choose = (where: string) => (where === 'page' ? void openPhone(seatId ?? undefined) : closePhone());
  return (
    <Pane title={t('phone')}>
      <Flex vertical gap={12}>
        <Segmented block aria-label={t('phone')} options={options} value={possible && wanted ? 'page' : 'desk'} onChange={choose} />
        {possible && wanted ? <PagePhone seatId={seatId} /> : (
          <Typography.Text type="secondary">{choice.data && !possible ? t('phone_none') : t('phone_desk_hint')}</Typography.Text>
        )}
      </Flex>
    </Pane>
  );
}

function PagePhone({ seatId }: { seatId: string | null }) {
  const t = useTexts(desktop);
  const state = useStore(softphone.state);
  const tab = useStore(phoneTab.state);
  const problem = useStore(phoneProblem);
  const calls = useStore(softphone.calls);
  const [choosing, setChoosing] = useState(false);
  if (tab === 'elsewhere') {
    return (
      <Flex gap={8} wrap align="center" role="status">
        <span>{t('phone_elsewhere')}</span>
        <Button size="small" onClick={() => void openPhone(seatId ?? undefined, true)}>{t('take_over')}</Button>
      </Flex>
    );
  }
  return (
    <>
      <PhoneLight state={state} />
      <ProblemAlert error={problem} />
      {state.status === 'off' && <Button onClick={() => void openPhone(seatId ?? undefined)}>{t('switch_on')}</Button>}
      {state.status === 'ready' && (
        <Button icon={<SoundOutlined />} disabled={calls.length > 0} title={t('echo_hint')} onClick={() => void softphone.call(ECHO)}>{t('echo_test')}</Button>
      )}
      <Button type="text" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>{t('devices')}</Button>
      {choosing && <Suspense><Devices /></Suspense>}
    </>
  );
}

function PhoneLight({ state }: { state: ReturnType<typeof softphone.state.get> }) {
  const t = useTexts(desktop);
  if (state.status === 'refused') return <StateDot colour="bad">{t('phone_refused', { reason: state.reason })}</StateDot>;
  if (state.status === 'ready') return <span role="status"><StateDot colour="good">{t('phone_ready', { seat: softphone.extension })}</StateDot></span>;
  return <StateDot colour={state.status === 'off' ? 'idle' : 'warn'}>{state.status === 'off' ? t('phone_off') : t('phone_connecting')}</StateDot>;
}
