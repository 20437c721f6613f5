import { Button } from 'antd';
import type { Me } from '../session/session';
import { session } from '../session/session';
import { useTexts } from '../texts/define-texts';
import { EnrolSecondFactor } from './enrol-second-factor';
import { PasswordForm } from './password-form';
import { SignInFrame } from './sign-in-frame';
import { signIn } from './texts';

/** What must be done before anything else. */
export function DutyPage({ me: { duties } }: { me: Me }) {
  const t = useTexts(signIn);
  const isPassword = duties.includes('change_password');
  return (
    <SignInFrame title={isPassword ? t('change_password') : t('enrol')} hint={isPassword ? t('change_password_hint') : t('enrol_hint')}>
      {isPassword ? <PasswordForm onChanged={() => session.learnWho()} /> : <EnrolSecondFactor onEnrolled={() => session.learnWho()} />}
      <Button type="text" block style={{ marginTop: 12 }} onClick={() => void session.signOut()}>{t('back')}</Button>
    </SignInFrame>
  );
}
