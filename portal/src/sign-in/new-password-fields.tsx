import { Form, Input } from 'antd';
import { useTexts } from '../texts/define-texts';
import { signIn } from './texts';

export interface NewPassword {
  password: string;
  again: string;
}

/** A new password, twice; what is wrong with it stands at the first. */
export function NewPasswordFields({ autoFocus = false }: { autoFocus?: boolean }) {
  const t = useTexts(signIn);
  return (
    <>
      <Form.Item name="password" label={t('new_password')} rules={[{ required: true }]}>
        <Input.Password autoFocus={autoFocus} autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('again')}
        dependencies={['password']}
        rules={[{ required: true }, ({ getFieldValue }) => ({
          validator: async (_, value) => {
            if (value && value !== getFieldValue('password')) throw new Error(t('not_alike'));
          },
        })]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  );
}
