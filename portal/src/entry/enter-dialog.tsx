import { Alert, Flex, Form, Input, Modal, Select } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/types';
import type { EnteredTenant } from '../session/entered-tenant';
import { useTexts } from '../texts/define-texts';
import { showFieldErrors } from '../ui/field-errors';
import { ProblemAlert } from '../ui/problem-alert';
import { ui } from '../ui/texts';
import { entry } from './texts';

type Values = Schemas['CreateAccessGrantDto'];

/** A working day. */
const USUAL_HOURS = 8;
const CHOICES = [1, 4, USUAL_HOURS, 24, 72, 168, 720];

interface EnterDialogProps {
  tenant: EnteredTenant;
  onClose: () => void;
  onEntered: () => void;
}

/** Asks why and for how long, as the tenant is going to read it. */
export function EnterDialog({ tenant: { id, name }, onClose, onEntered }: EnterDialogProps) {
  const [t, words] = [useTexts(entry), useTexts(ui)];
  const [form] = Form.useForm<Values>();
  const [unplaced, setUnplaced] = useState<unknown>(null);
  const entering = useMutation({
    mutationFn: (body: Values) => answerOf(api.POST('/v1/tenants/{id}/access-grants', { params: { path: { id } }, body })),
    onSuccess: onEntered,
    onError: (error) => setUnplaced(showFieldErrors(form, error) ? null : error),
  });
  const nameOf = (hours: number) => (hours < 24 ? t('hours', { count: hours }) : t('days', { count: hours / 24 }));
  return (
    <Modal
      open
      title={t('title', { name })}
      okText={t('enter')}
      cancelText={words('cancel')}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={entering.isPending}
    >
      <Flex vertical gap={16}>
        <Alert type="info" showIcon title={t('about')} />
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark="optional"
          initialValues={{ hours: USUAL_HOURS }}
          validateMessages={{ required: words('required') }}
          onFinish={(body) => entering.mutate(body)}
        >
          <Form.Item name="reason" label={t('reason')} extra={t('reason_hint')} rules={[{ required: true }]}>
            <Input maxLength={200} autoFocus />
          </Form.Item>
          <Form.Item name="hours" label={t('how_long')} style={{ marginBottom: 0 }}>
            <Select options={CHOICES.map((value) => ({ value, label: nameOf(value) }))} />
          </Form.Item>
        </Form>
        <ProblemAlert error={unplaced} />
      </Flex>
    </Modal>
  );
}
