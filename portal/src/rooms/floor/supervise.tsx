import { EyeOutlined } from '@ant-design/icons';
import { Button, Flex, Popover, Segmented, Select, Typography } from 'antd';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import type { LiveCall } from '../../live/messages';
import { openPhone, softphone } from '../../phone/page-phone';
import { createStore, useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { ProblemAlert } from '../../ui/problem-alert';
import { floor } from './texts';

type Mode = Schemas['SupervisionModeDto']['mode'];
const MODES = ['listen', 'whisper', 'barge'] as const;

/** The call that this page listens to. */
const listening = createStore<{ uuid: string; mode: Mode } | null>(null);

/** Listens to a call, whispers to its agent, or talks with both, over a phone of one's own. */
export function Supervise({ call }: { call: LiveCall }) {
  const t = useTexts(floor);
  const current = useStore(listening);
  const isCurrent = current?.uuid === call.uuid;
  return (
    <Popover trigger="click" placement="left" destroyOnHidden content={isCurrent ? <Change uuid={call.uuid} mode={current.mode} /> : <Begin uuid={call.uuid} />}>
      <Button size="small" type={isCurrent ? 'primary' : 'text'} icon={<EyeOutlined />} aria-label={`${t('supervise')}: ${call.from}`} />
    </Popover>
  );
}

function Begin({ uuid }: { uuid: string }) {
  const t = useTexts(floor);
  const phone = useStore(softphone.state);
  const [seatId, setSeatId] = useState<string | null>(null);
  const choice = useQuery({ queryKey: ['me', 'phone'], queryFn: ({ signal }) => answerOf(api.GET('/v1/me/phone', { signal })) });
  const beginning = useMutation({
    mutationFn: async (mode: Mode) => {
      softphone.expectCall();
      const body = { mode, ...(seatId && { seat_id: seatId }) };
      await answerOf(api.POST('/v1/calls/{uuid}/supervision', { params: { path: { uuid } }, body }));
      listening.set({ uuid, mode });
    },
  });
  return (
    <Flex vertical gap={8} style={{ width: 280 }}>
      <Typography.Text type="secondary">{t('supervise_hint')}</Typography.Text>
      <Select<string>
        aria-label={t('supervise_seat')}
        placeholder={t('supervise_seat')}
        value={seatId}
        onChange={setSeatId}
        loading={choice.isPending}
        options={choice.data?.free_seats.map(({ id, extension }) => ({ value: id, label: extension })) ?? []}
      />
      {choice.data?.in_page && phone.status !== 'ready' && (
        <Button disabled={!seatId} loading={phone.status === 'connecting'} onClick={() => void openPhone(seatId ?? undefined)}>{t('phone_here')}</Button>
      )}
      <Flex gap={8}>
        {MODES.map((mode) => (
          <Button key={mode} type={mode === 'listen' ? 'primary' : 'default'} loading={beginning.isPending && beginning.variables === mode} onClick={() => beginning.mutate(mode)}>{t(`mode_${mode}`)}</Button>
        ))}
      </Flex>
      <ProblemAlert error={beginning.error} />
    </Flex>
  );
}

function Change({ uuid, mode }: { uuid: string; mode: Mode }) {
  const t = useTexts(floor);
  const path = { params: { path: { uuid } } };
  const changing = useMutation({
    mutationFn: (next: Mode) => answerOf(api.PUT('/v1/calls/{uuid}/supervision', { ...path, body: { mode: next } })),
    onSuccess: (_, next) => listening.set({ uuid, mode: next }),
  });
  const ending = useMutation({
    mutationFn: () => answerOf(api.DELETE('/v1/calls/{uuid}/supervision', path)),
    onSettled: () => listening.set(null),
  });
  return (
    <Flex vertical gap={8} style={{ width: 280 }}>
      <Segmented<Mode> block aria-label={t('supervise')} value={mode} disabled={changing.isPending} onChange={(next) => changing.mutate(next)} options={MODES.map((value) => ({ value, label: t(`mode_${value}`) }))} />
      <Button danger loading={ending.isPending} onClick={() => ending.mutate()}>{t('supervise_end')}</Button>
      <ProblemAlert error={changing.error ?? ending.error} />
    </Flex>
  );
}
