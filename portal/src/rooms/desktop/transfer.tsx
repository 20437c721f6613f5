import { SwapOutlined, UsergroupAddOutlined } from '@ant-design/icons';
import { App, Button, Flex } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import type { LiveCall } from '../../live/messages';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { ProblemAlert } from '../../ui/problem-alert';
import { desktop } from './texts';

const TransferForm = lazy(() => import('./transfer-form').then(({ TransferForm: each }) => ({ default: each })));

export type TransferRequest = Schemas['TransferRequestDto'];

/** Sends a call on: at once, or after the colleague was asked. @param canJoin a second call goes on, to whoever was asked */
export function Transfer({ call, canJoin }: { call: LiveCall; canJoin: boolean }) {
  const t = useTexts(desktop);
  const { message } = App.useApp();
  const mayControl = useMay('calls:control');
  const [open, setOpen] = useState(false);
  const sending = useMutation({
    mutationFn: (body: TransferRequest) => answerOf(api.POST('/v1/calls/{uuid}/transfer', { params: { path: { uuid: call.uuid } }, body })),
    onSuccess: () => message.success(t('transferred')),
  });
  if (!mayControl) return null;
  return (
    <Flex vertical gap={12}>
      {canJoin ? (
        <Button type="primary" icon={<UsergroupAddOutlined />} loading={sending.isPending} onClick={() => sending.mutate({ kind: 'consultation' })}>{t('join')}</Button>
      ) : (
        <Button icon={<SwapOutlined />} aria-expanded={open} onClick={() => setOpen(!open)}>{t('transfer')}</Button>
      )}
      {open && !canJoin && <Suspense><TransferForm pending={sending.isPending} onTransfer={(body) => sending.mutate(body)} onConsulted={() => setOpen(false)} /></Suspense>}
      <ProblemAlert error={sending.error} />
    </Flex>
  );
}
