import { Alert, Button, Flex, Form, Input, QRCode, Typography } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/types';
import { useTexts } from '../texts/define-texts';
import { ProblemAlert } from '../ui/problem-alert';
import { ui } from '../ui/texts';
import { signIn } from './texts';

/** In three steps: the password, the picture and its code, the recovery codes. */
export function EnrolSecondFactor({ onEnrolled }: { onEnrolled: () => unknown }) {
  const [enrolled, setEnrolled] = useState<Schemas['EnrolledSecondFactorDto'] | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onKept={onEnrolled} />;
  if (enrolled) return <Confirm enrolled={enrolled} onConfirmed={setCodes} />;
  return <Begin onBegun={setEnrolled} />;
}

function Begin({ onBegun }: { onBegun: (enrolled: Schemas['EnrolledSecondFactorDto']) => void }) {
  const [t, words] = [useTexts(signIn), useTexts(ui)];
  const beginning = useMutation({
    mutationFn: (body: { password: string }) => answerOf(api.POST('/v1/me/second-factor', { body })),
    onSuccess: onBegun,
  });
  return (
    <Form<{ password: string }> layout="vertical" requiredMark={false} validateMessages={{ required: words('required') }} onFinish={(values) => beginning.mutate(values)}>
      <Form.Item name="password" label={t('password')} rules={[{ required: true }]}>
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Flex vertical gap={12}>
        <ProblemAlert error={beginning.error} />
        <Button type="primary" htmlType="submit" block loading={beginning.isPending}>{t('enrol_begin')}</Button>
      </Flex>
    </Form>
  );
}

function Confirm({ enrolled, onConfirmed }: { enrolled: Schemas['EnrolledSecondFactorDto']; onConfirmed: (codes: string[]) => void }) {
  const [t, words] = [useTexts(signIn), useTexts(ui)];
  const confirming = useMutation({
    mutationFn: ({ code }: { code: string }) => answerOf(api.POST('/v1/me/second-factor/confirm', { body: { code: code.trim() } })),
    onSuccess: ({ recovery_codes: codes }) => onConfirmed(codes),
  });
  return (
    <Form<{ code: string }> layout="vertical" requiredMark={false} validateMessages={{ required: words('required') }} onFinish={(values) => confirming.mutate(values)}>
      <Flex vertical align="center" gap={8} style={{ marginBottom: 16 }}>
        <QRCode value={enrolled.uri} size={180} color="#000" bgColor="#fff" />
        <Typography.Text type="secondary" copyable={{ text: enrolled.secret }} style={{ textAlign: 'center' }}>{t('enrol_secret', { secret: enrolled.secret })}</Typography.Text>
      </Flex>
      <Form.Item name="code" label={t('code')} rules={[{ required: true }]}>
        <Input autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
      </Form.Item>
      <Flex vertical gap={12}>
        <ProblemAlert error={confirming.error} />
        <Button type="primary" htmlType="submit" block loading={confirming.isPending}>{t('go_on')}</Button>
      </Flex>
    </Form>
  );
}

function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => unknown }) {
  const t = useTexts(signIn);
  return (
    <Flex vertical gap={12}>
      <Alert type="warning" showIcon title={t('recovery')} description={t('recovery_hint')} />
      <Typography.Paragraph code copyable={{ text: codes.join('\n') }} style={{ whiteSpace: 'pre-line' }}>{codes.join('\n')}</Typography.Paragraph>
      <Button type="primary" block onClick={() => void onKept()}>{t('kept')}</Button>
    </Flex>
  );
}
