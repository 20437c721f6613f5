import { RollbackOutlined, SwapOutlined, UsergroupAddOutlined } from '@ant-design/icons';
import { App, Button, Flex, Typography } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import type { FloorView } from '../../live/floor';
import type { LiveCall } from '../../live/messages';
import { softphone } from '../../phone/page-phone';
import type { PhoneCall } from '../../phone/phone-line';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { ProblemAlert } from '../../ui/problem-alert';
import { desktop } from './texts';

const TransferForm = lazy(() => import('./transfer-form').then(({ TransferForm: each }) => ({ default: each })));

export type TransferRequest = Schemas['TransferRequestDto'];

interface TransferProps {
  call: LiveCall;
  /** Null at a desk phone. */
  line: PhoneCall | null;
  /** The page's other call. */
  other: PhoneCall | null;
  floor: FloorView | null;
}

/** Sends a call on: at once, or after the colleague was asked. */
export function Transfer({ call, line, other, floor }: TransferProps) {
  const t = useTexts(desktop);
  const { message } = App.useApp();
  const mayControl = useMay('calls:control');
  const [open, setOpen] = useState(false);
  const sending = useMutation({
    mutationFn: (body: TransferRequest) => answerOf(api.POST('/v1/calls/{uuid}/transfer', { params: { path: { uuid: call.uuid } }, body })),
    onSuccess: () => void message.success(t('transferred')),
  });
  if (!mayControl) return null;
  const consults = line?.state === 'held' && other !== null;
  return (
    <Flex vertical gap={12}>
      {consults ? (
        <Consultation line={line} other={other} pending={sending.isPending} onJoin={() => sending.mutate({ kind: 'consultation' })} />
      ) : (
        <Button size="large" icon={<SwapOutlined />} aria-expanded={open} style={{ alignSelf: 'flex-start' }} onClick={() => setOpen(!open)}>{t('transfer')}</Button>
      )}
      {open && !consults && floor && (
        <Suspense>
          <TransferForm call={call} floor={floor} atDesk={line === null} pending={sending.isPending} onTransfer={(body) => sending.mutate(body)} onConsulted={() => setOpen(false)} />
        </Suspense>
      )}
      <ProblemAlert error={sending.error} />
    </Flex>
  );
}

interface ConsultationProps {
  line: PhoneCall;
  other: PhoneCall;
  pending: boolean;
  onJoin: () => void;
}

/** The caller waits while a colleague is asked: join them, or go back. */
function Consultation({ line, other, pending, onJoin }: ConsultationProps) {
  const t = useTexts(desktop);
  const goBack = () => {
    softphone.line(other.id)?.hangUp();
    softphone.line(line.id)?.setHeld(false);
  };
  return (
    <Flex vertical gap={8} role="group" aria-label={t('consultation')}>
      <Typography.Text type="secondary">{t('consultation_hint')}</Typography.Text>
      <Flex gap={8} wrap>
        <Button size="large" type="primary" icon={<UsergroupAddOutlined />} disabled={other.state !== 'talking'} loading={pending} onClick={onJoin}>{t('join')}</Button>
        <Button size="large" icon={<RollbackOutlined />} onClick={goBack}>{t('cancel_consultation')}</Button>
      </Flex>
    </Flex>
  );
}
