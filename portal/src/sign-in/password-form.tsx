import { Button, Flex, Form, Input } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client';
import { useTexts } from '../texts/define-texts';
import { showFieldErrors } from '../ui/field-errors';
import { ProblemAlert } from '../ui/problem-alert';
import { ui } from '../ui/texts';
import { type NewPassword, NewPasswordFields } from './new-password-fields';
import { signIn } from './texts';

interface Values extends NewPassword {
  old_password: string;
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
      <NewPasswordFields />
      <Flex vertical gap={12}>
        <ProblemAlert error={unplaced} />
        <Button type="primary" htmlType="submit" block loading={changing.isPending}>{words('save')}</Button>
      </Flex>
    </Form>
  );
}
