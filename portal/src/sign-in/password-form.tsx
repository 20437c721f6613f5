import { Button, Flex, Form, Input } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client';
import { useTexts } from '../texts/define-texts';
import { showFieldErrors } from '../ui/field-errors';
import { ProblemAlert } from '../ui/problem-alert';
import { ui } from '../ui/texts';
import { signIn } from './texts';

interface Values {
  old_password: string;
  password: string;
  again: string;
}

export function PasswordForm({ onChanged }: { onChanged: () => unknown }) {
  const [t, words] = [useTexts(signIn), useTexts(ui)];
  const [form] = Form.useForm<Values>();
  const [unplaced, setUnplaced] = useState<unknown>(null);
  const changing = useMutation({
    mutationFn: ({ old_password, password }: Values) => answerOf(api.POST('/v1/me/password', { body: { old_password, password } })),
    onSuccess: () => {
      setUnplaced(null);
      form.resetFields();
      return onChanged();
    },
    onError: (error) => setUnplaced(showFieldErrors(form, error) ? null : error),
  });
  return (
    <Form<Values> form={form} layout="vertical" requiredMark={false} validateMessages={{ required: words('required') }} onFinish={(values) => changing.mutate(values)}>
      <Form.Item name="old_password" label={t('old_password')} rules={[{ required: true }]}>
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item name="password" label={t('new_password')} rules={[{ required: true }]}>
        <Input.Password autoComplete="new-password" maxLength={200} />
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
      <Flex vertical gap={12}>
        <ProblemAlert error={unplaced} />
        <Button type="primary" htmlType="submit" block loading={changing.isPending}>{words('save')}</Button>
      </Flex>
    </Form>
  );
}
