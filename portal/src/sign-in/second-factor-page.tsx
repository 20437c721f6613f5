import { Button, Flex, Form, Input } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { session } from '../session/session';
import { useTexts } from '../texts/define-texts';
import { ProblemAlert } from '../ui/problem-alert';
import { ui } from '../ui/texts';
import { SignInFrame } from './sign-in-frame';
import { signIn } from './texts';

export function SecondFactorPage({ challenge }: { challenge: string }) {
  const [t, words] = [useTexts(signIn), useTexts(ui)];
  const answering = useMutation({ mutationFn: ({ code }: { code: string }) => session.answerChallenge(challenge, code.trim()) });
  return (
    <SignInFrame title={t('second_factor')} hint={t('code_hint')}>
      <Form<{ code: string }> layout="vertical" requiredMark={false} validateMessages={{ required: words('required') }} onFinish={(values) => answering.mutate(values)}>
        <Form.Item name="code" label={t('code')} rules={[{ required: true }]}>
          <Input autoFocus autoComplete="one-time-code" maxLength={60} />
        </Form.Item>
        <Flex vertical gap={12}>
          <ProblemAlert error={answering.error} />
          <Button type="primary" size="large" htmlType="submit" block loading={answering.isPending}>{t('go_on')}</Button>
          <Button type="text" block onClick={() => void session.signOut()}>{t('back')}</Button>
        </Flex>
      </Form>
    </SignInFrame>
  );
}
