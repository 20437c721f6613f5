import { Alert, Drawer, Form, Input, Radio, Select, Space, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client';
import { allCalendars } from '../../data/calendars';
import { allQueues } from '../../data/queues';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { ObjectDrawer } from '../../ui/object-drawer';
import { ui } from '../../ui/texts';
import { type Starter, STARTER_NAMES, STARTERS, type StarterParts } from './starters';
import { ivrScripts } from './texts';

interface Values extends StarterParts {
  name: string;
  description?: string;
  starter: Starter;
}

export function NewScriptDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [t, words] = [useTexts(ivrScripts), useTexts(ui)];
  const navigate = useNavigate();
  const { data: queues = [], isSuccess } = useQuery({ ...allQueues, enabled: useMay('queues:read') });
  const { data: calendars = [] } = useQuery({ ...allCalendars, enabled: useMay('numbers:read') });
  const create = async ({ name, description, starter, queue, calendar = '' }: Values) => {
    const body = { name, ...(description && { description }), draft: STARTERS[starter]({ queue, calendar }) as never };
    const { id } = await answerOf(api.POST('/v1/ivr-scripts', { body }));
    await navigate({ to: '/ivr-scripts/$id' as string, params: { id } as never });
  };
  const oneOf = (all: readonly { name: string }[]) => all.map(({ name }) => ({ value: name, label: name })).sort((a, b) => a.label.localeCompare(b.label));
  const [queue, calendar] = [oneOf(queues)[0]?.value, oneOf(calendars)[0]?.value];
  if (open && isSuccess && queues.length === 0) {
    return (
      <Drawer title={t('new')} open onClose={onClose}>
        <Alert type="info" showIcon title={t('no_queue')} />
      </Drawer>
    );
  }
  return (
    <ObjectDrawer<Values>
      title={t('new')}
      open={open && isSuccess}
      onClose={onClose}
      action={words('create')}
      initial={{ starter: 'menu', ...(queue !== undefined && { queue }), ...(calendar !== undefined && { calendar }) }}
      save={create}
    >
      {() => (
        <>
          <Form.Item name="name" label={t('name')} extra={t('name_hint')} rules={[{ required: true }]}>
            <Input maxLength={41} autoCapitalize="none" spellCheck={false} />
          </Form.Item>
          <Form.Item name="description" label={t('description')}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="starter" label={t('starter')} rules={[{ required: true }]}>
            <Radio.Group>
              <Space orientation="vertical" size={10}>
                {STARTER_NAMES.map((each) => (
                  <Radio key={each} value={each}>
                    {t(`starter_${each}`)}
                    <Typography.Text
                      type="secondary"
                      style={{ display: 'block', fontSize: 13 }}
                    >
                      {t(`starter_${each}_hint`)}
                    </Typography.Text>
                  </Radio>
                ))}
              </Space>
            </Radio.Group>
          </Form.Item>
          <Form.Item name="queue" label={t('starter_queue')} extra={t('starter_queue_hint')} rules={[{ required: true }]}>
            <Select showSearch options={oneOf(queues)} />
          </Form.Item>
          <Form.Item noStyle dependencies={['starter']}>
            {({ getFieldValue }) => getFieldValue('starter') === 'hours' && (
              <Form.Item name="calendar" label={t('starter_calendar')} rules={[{ required: true }]}>
                <Select showSearch options={oneOf(calendars)} />
              </Form.Item>
            )}
          </Form.Item>
        </>
      )}
    </ObjectDrawer>
  );
}
