import { Alert, Button, Flex, Form, Input } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/types';
import { useTexts } from '../texts/define-texts';
import { showFieldErrors } from '../ui/field-errors';
import { ProblemAlert } from '../ui/problem-alert';
import { ui } from '../ui/texts';
import { SignInFrame } from './sign-in-frame';
import { signIn } from './texts';

type Ask = Schemas['AskPasswordResetDto'];

interface ForgottenPageProps {
  /** What was typed at the sign-in already. */
  initial: Partial<Ask>;
  onBack: () => void;
}

/** Asks for a mail with a link. The answer is the same for everybody: it tells nobody who there is. */
export function ForgottenPage({ initial, onBack }: ForgottenPageProps) {
  const [t, words] = [useTexts(signIn), useTexts(ui)];
  const [form] = Form.useForm<Ask>();
  const [unplaced, setUnplaced] = useState<unknown>(null);
  const asking = useMutation({
    mutationFn: ({ tenant, email }: Ask) => answerOf(api.POST('/v1/password-resets', { body: { tenant: tenant.trim(), email: email.trim() } })),
    onMutate: () => setUnplaced(null),
    onError: (error) => setUnplaced(showFieldErrors(form, error) ? null : error),
  });
  if (asking.data) return <Asked email={asking.variables.email} minutes={asking.data.expires_in / 60} onBack={onBack} />;
  return (
    <SignInFrame title={t('forgotten_title')} hint={t('forgotten_hint')}>
      <Form<Ask> form={form} layout="vertical" requiredMark={false} initialValues={initial} validateMessages={{ required: words('required') }} onFinish={(values) => asking.mutate(values)}>
        <Form.Item name="tenant" label={t('tenant')} extra={t('forgotten_tenant_hint')} rules={[{ required: true, whitespace: true }]}>
          <Input autoFocus={!initial.tenant} autoComplete="organization" maxLength={31} autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="email" label={t('email')} rules={[{ required: true }]}>
          <Input autoFocus={Boolean(initial.tenant)} type="email" autoComplete="username" maxLength={200} />
        </Form.Item>
        <Flex vertical gap={12}>
          <ProblemAlert error={unplaced} />
          <Button type="primary" size="large" htmlType="submit" block loading={asking.isPending}>{t('forgotten_ask')}</Button>
          <Button type="text" block onClick={onBack}>{t('to_sign_in')}</Button>
        </Flex>
      </Form>
    </SignInFrame>
  );
}

function Asked({ email, minutes, onBack }: { email: string; minutes: number; onBack: () => void }) {
  const t = useTexts(signIn);
  return (
    <SignInFrame title={t('asked_title')}>
      <Flex vertical gap={16}>
        <Alert type="info" showIcon role="status" style={{ overflowWrap: 'anywhere' }} title={t('asked', { email })} description={t('asked_hint', { minutes })} />
        <Button block onClick={onBack}>{t('to_sign_in')}</Button>
      </Flex>
    </SignInFrame>
  );
}
