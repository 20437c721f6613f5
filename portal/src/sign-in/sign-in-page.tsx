import { Alert, Button, Divider, Flex, Form, Input } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { session, type SignIn } from '../session/session';
import { useTexts } from '../texts/define-texts';
import { showFieldErrors } from '../ui/field-errors';
import { ProblemAlert } from '../ui/problem-alert';
import { ui } from '../ui/texts';
import { ForgottenPage } from './forgotten-page';
import { beginAtProvider } from './identity-provider';
import { SignInFrame } from './sign-in-frame';
import { signIn } from './texts';

const KEY = 'seatline.company';

export function SignInPage({ ended }: { ended: boolean }) {
  const [t, words] = [useTexts(signIn), useTexts(ui)];
  const [form] = Form.useForm<SignIn>();
  const [unplaced, setUnplaced] = useState<unknown>(null);
  useEffect(() => {
    document.title = `${t('title')} · Seatline`;
  }, [t]);
  const onError = (error: unknown) => setUnplaced(showFieldErrors(form, error) ? null : error);
  const entering = useMutation({
    mutationFn: (values: SignIn) => {
      localStorage.setItem(KEY, values.tenant ?? '');
      return session.signIn(trimmed(values));
    },
    onError,
  });
  const leaving = useMutation({ mutationFn: beginAtProvider, onError });
  const [forgotten, setForgotten] = useState<Partial<SignIn> | null>(null);
  const byProvider = () => {
    const tenant = String(form.getFieldValue('tenant') ?? '').trim();
    if (tenant === '') return form.setFields([{ name: 'tenant', errors: [t('by_provider_needs')] }]);
    leaving.mutate(tenant);
  };
  if (forgotten) return <ForgottenPage initial={forgotten} onBack={() => setForgotten(null)} />;
  return (
    <SignInFrame title={t('title')}>
      <Form<SignIn>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ tenant: localStorage.getItem(KEY) ?? '' }}
        validateMessages={{ required: words('required') }}
        onFinish={(values) => entering.mutate(values)}
      >
        {ended && !unplaced && <Alert type="info" showIcon title={t('ended')} style={{ marginBottom: 16 }} />}
        <Form.Item name="tenant" label={t('tenant')} extra={t('tenant_hint')}>
          <Input autoComplete="organization" maxLength={31} autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="email" label={t('email')} rules={[{ required: true }]}>
          <Input type="email" autoComplete="username" maxLength={200} />
        </Form.Item>
        <Form.Item name="password" label={t('password')} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Flex vertical gap={12}>
          <ProblemAlert error={unplaced} />
          <Button type="primary" size="large" htmlType="submit" block loading={entering.isPending}>{t('title')}</Button>
          <Button type="link" block onClick={() => setForgotten(form.getFieldsValue(['tenant', 'email']))}>{t('forgotten')}</Button>
        </Flex>
        <Divider style={{ margin: '8px 0' }} />
        <Button block type="text" loading={leaving.isPending} onClick={byProvider}>{t('by_provider')}</Button>
      </Form>
    </SignInFrame>
  );
}

function trimmed({ tenant, email, password }: SignIn): SignIn {
  const company = tenant?.trim();
  return { email: email.trim(), password, ...(company && { tenant: company }) };
}
