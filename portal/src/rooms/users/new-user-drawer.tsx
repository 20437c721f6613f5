import { Form, Input, Switch } from 'antd';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { ObjectDrawer } from '../../ui/object-drawer';
import { ui } from '../../ui/texts';
import { temporaryPassword } from './temporary-password';
import { users } from './texts';
import { UserFields } from './user-fields';

type Values = Pick<Schemas['CreateUserDto'], 'email' | 'name' | 'role'> & { with_password: boolean };

/** What has to be told to a new user. */
export interface Given {
  name: string;
  password: string;
}

export function NewUserDrawer({ open, onClose, onGiven }: { open: boolean; onClose: () => void; onGiven: (given: Given) => void }) {
  const [t, words] = [useTexts(users), useTexts(ui)];
  const save = async ({ with_password: withPassword, ...user }: Values) => {
    const password = withPassword ? temporaryPassword() : undefined;
    await answerOf(api.POST('/v1/users', { body: { ...user, ...(password && { password }) } }));
    if (password) onGiven({ name: user.name, password });
  };
  return (
    <ObjectDrawer<Values> title={t('new')} open={open} onClose={onClose} action={words('create')} initial={{ role: 'agent', with_password: true }} save={save}>
      {() => (
        <>
          <Form.Item name="email" label={t('email')} extra={t('email_hint')} rules={[{ required: true }]}>
            <Input type="email" maxLength={190} autoComplete="off" spellCheck={false} />
          </Form.Item>
          <UserFields />
          <Form.Item name="with_password" label={t('with_password')} extra={t('with_password_hint')} valuePropName="checked">
            <Switch />
          </Form.Item>
        </>
      )}
    </ObjectDrawer>
  );
}
