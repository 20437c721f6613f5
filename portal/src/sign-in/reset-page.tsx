import { Alert, Button, Flex, Form } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerOf, api } from '../api/client';
import { ProblemError } from '../api/problem';
import { session } from '../session/session';
import { useTexts } from '../texts/define-texts';
import { showFieldErrors } from '../ui/field-errors';
import { ProblemAlert } from '../ui/problem-alert';
import { ui } from '../ui/texts';
import { ForgottenPage } from './forgotten-page';
import { type NewPassword, NewPasswordFields } from './new-password-fields';
import { SignInFrame } from './sign-in-frame';
import { signIn } from './texts';

const TOKEN = /^[\w-]{32}$/;

/** Where the link of the mail leads to: another password, by the token that stood in it. */
export function ResetPage({ token }: { token: string }) {
  const t = useTexts(signIn);
  const [then, setThen] = useState<'choose' | 'done' | 'over' | 'ask'>(TOKEN.test(token) ? 'choose' : 'over');
  useEffect(() => {
    document.title = `${t('reset_title')} · Seatline`;
  }, [t]);
  switch (then) {
    case 'choose':
      return <Choose token={token} onDone={() => setThen('done')} onOver={() => setThen('over')} />;
    case 'done':
      return <Done />;
    case 'over':
      return <Over onAsk={() => setThen('ask')} />;
    case 'ask':
      return <ForgottenPage initial={{}} onBack={() => session.leaveReset()} />;
  }
}

function Choose({ token, onDone, onOver }: { token: string; onDone: () => void; onOver: () => void }) {
  const [t, words] = [useTexts(signIn), useTexts(ui)];
  const [form] = Form.useForm<NewPassword>();
  const [unplaced, setUnplaced] = useState<unknown>(null);
  const setting = useMutation({
    mutationFn: ({ password }: NewPassword) => answerOf(api.POST('/v1/password-resets/complete', { body: { token, password } })),
    onMutate: () => setUnplaced(null),
    onSuccess: onDone,
    onError: (error) => {
      if (isOver(error)) onOver();
      else setUnplaced(showFieldErrors(form, error) ? null : error);
    },
  });
  return (
    <SignInFrame title={t('reset_title')} hint={t('reset_hint')}>
      <Form<NewPassword> form={form} layout="vertical" requiredMark={false} validateMessages={{ required: words('required') }} onFinish={(values) => setting.mutate(values)}>
        <NewPasswordFields autoFocus />
        <Flex vertical gap={12}>
          <ProblemAlert error={unplaced} />
          <Button type="primary" size="large" htmlType="submit" block loading={setting.isPending}>{t('reset_set')}</Button>
        </Flex>
      </Form>
    </SignInFrame>
  );
}

/** The token itself was refused: it was used, or its time is over, or there is a password from after it. */
function isOver(error: unknown): boolean {
  return error instanceof ProblemError && (error.problem.errors ?? []).some(({ pointer }) => pointer === '/token');
}

function Done() {
  const t = useTexts(signIn);
  return (
    <SignInFrame title={t('reset_done')}>
      <Flex vertical gap={16}>
        <Alert type="success" showIcon role="status" title={t('reset_done_hint')} />
        <Button type="primary" size="large" block onClick={() => session.leaveReset()}>{t('title')}</Button>
      </Flex>
    </SignInFrame>
  );
}

function Over({ onAsk }: { onAsk: () => void }) {
  const t = useTexts(signIn);
  return (
    <SignInFrame title={t('reset_over')}>
      <Flex vertical gap={16}>
        <Alert type="warning" showIcon role="alert" title={t('reset_over_hint')} />
        <Button type="primary" size="large" block onClick={onAsk}>{t('reset_again')}</Button>
        <Button type="text" block onClick={() => session.leaveReset()}>{t('to_sign_in')}</Button>
      </Flex>
    </SignInFrame>
  );
}
