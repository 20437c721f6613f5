import { DeleteOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Modal, Select, Typography } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, versionOf } from '../../api/client';
import { type Segment, useSegments } from '../../data/segments';
import { useTexts } from '../../texts/define-texts';
import { ProblemAlert } from '../../ui/problem-alert';
import { ui } from '../../ui/texts';
import { segments } from './texts';

/** Removes a segment after asking where its customers go. */
export function RemoveSegment({ segment }: { segment: Segment }) {
  const [t, words] = [useTexts(segments), useTexts(ui)];
  const [open, setOpen] = useState(false);
  const [target, setTarget] = useState<string | null>(null);
  const { id, name, customers } = segment;
  const others = useSegments().filter((each) => each.id !== id);
  const removing = useMutation({
    mutationFn: async () => {
      const path = { id };
      const { etag } = await versionOf(api.GET('/v1/segments/{id}', { params: { path } }));
      await answerOf(api.DELETE('/v1/segments/{id}', { params: { path, query: target ? { move_to: target } : {}, header: { 'If-Match': etag } } }));
    },
  });
  const label = `${words('remove')}: ${name}`;
  return (
    <>
      <Button type="text" danger icon={<DeleteOutlined />} aria-label={label} title={label} onClick={() => setOpen(true)} />
      <Modal
        open={open}
        title={t('remove_title', { name })}
        okText={words('remove')}
        cancelText={words('cancel')}
        okButtonProps={{ danger: true, loading: removing.isPending, disabled: customers > 0 && target === null }}
        onOk={() => removing.mutate()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Flex vertical gap={12}>
          <Typography.Text>{customers === 0 ? t('remove_empty') : t('remove_with', { count: customers })}</Typography.Text>
          {customers > 0 && (others.length === 0 ? <Typography.Text type="secondary">{t('nowhere_to_go')}</Typography.Text> : (
            <Form layout="vertical">
              <Form.Item label={t('move_to')} htmlFor={`move-${id}`} style={{ marginBottom: 0 }}>
                <Select<string> id={`move-${id}`} value={target} onChange={setTarget} options={others.map((each) => ({ value: each.id, label: each.name }))} />
              </Form.Item>
            </Form>
          ))}
          <ProblemAlert error={removing.error} />
        </Flex>
      </Modal>
    </>
  );
}
