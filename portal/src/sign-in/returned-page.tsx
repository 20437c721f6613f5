import { Button, Flex, Spin } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { session } from '../session/session';
import { useTexts } from '../texts/define-texts';
import { ProblemAlert } from '../ui/problem-alert';
import { completeAtProvider } from './identity-provider';
import { SignInFrame } from './sign-in-frame';
import { signIn } from './texts';

/** Back from the identity provider. */
export function ReturnedPage() {
  const t = useTexts(signIn);
  const { mutate, error } = useMutation({ mutationFn: completeAtProvider });
  useEffect(() => mutate(), [mutate]);
  return (
    <SignInFrame title={t('completing')}>
      {error ? (
        <Flex vertical gap={12}>
          <ProblemAlert error={error} />
          <Button block onClick={() => void session.start()}>{t('back')}</Button>
        </Flex>
      ) : <Flex justify="center"><Spin /></Flex>}
    </SignInFrame>
  );
}
