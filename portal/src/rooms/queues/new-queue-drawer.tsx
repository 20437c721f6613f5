import { Form, Input } from 'antd';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { ObjectDrawer } from '../../ui/object-drawer';
import { ui } from '../../ui/texts';
import { QueueFields } from './queue-fields';
import { queues } from './texts';

type Values = Schemas['CreateQueueDto'];

export function NewQueueDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [t, words] = [useTexts(queues), useTexts(ui)];
  return (
    <ObjectDrawer<Values>
      title={t('new')}
      open={open}
      onClose={onClose}
      action={words('create')}
      initial={{ settings: { strategy: 'longest-idle-agent', max_wait_time: 0, overflow_queue: null, overflow_estimated_wait: 0, announce_frequency: 0, announce_position: false, announce_estimated_wait: false, announce_position_frequency: 60, record: false }, wrap_up_code_required: false }}
      save={(body) => answerOf(api.POST('/v1/queues', { body }))}
    >
      {() => (
        <>
          <Form.Item name="name" label={t('name')} extra={t('name_hint')} rules={[{ required: true }]}>
            <Input maxLength={31} autoCapitalize="none" spellCheck={false} />
          </Form.Item>
          <QueueFields />
        </>
      )}
    </ObjectDrawer>
  );
}
