import { Form, Input, InputNumber, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { allCalendars } from '../../data/calendars';
import { allQueues } from '../../data/queues';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { instantOf } from '../../texts/zoned-time';
import { callbacks } from './texts';

/** Longer than it takes to fill in the rest of the form. */
const GRACE_MS = 5 * 60_000;

export function BookFields({ zone }: { zone: string | undefined }) {
  const t = useTexts(callbacks);
  const queues = useQuery({ ...allQueues, enabled: useMay('queues:read') });
  const calendars = useQuery({ ...allCalendars, enabled: useMay('numbers:read') });
  const toCome = (_: unknown, wall?: string) => {
    const instant = wall ? instantOf(wall, zone ?? 'UTC') : null;
    return instant !== null && Date.parse(instant) < Date.now() - GRACE_MS ? Promise.reject(new Error(t('due_past'))) : Promise.resolve();
  };
  return (
    <>
      <Form.Item name="number" label={t('number')} extra={t('form_number_hint')} rules={[{ required: true }]}>
        <Input maxLength={20} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="queue" label={t('queue')} extra={t('form_queue_hint')} rules={[{ required: true }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} loading={queues.isPending} options={(queues.data ?? []).map(({ name }) => ({ value: name, label: name }))} />
      </Form.Item>
      <Form.Item name="due_at" label={t('due')} extra={t('due_hint', { zone: zone ?? 'UTC' })} rules={[{ validator: toCome }]}>
        <Input type="datetime-local" max="9999-12-31T23:59" />
      </Form.Item>
      <Form.Item name="calendar" label={t('form_calendar')} extra={t('form_calendar_hint')}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={t('any_hour')} loading={calendars.isPending} options={(calendars.data ?? []).map(({ name }) => ({ value: name, label: name }))} />
      </Form.Item>
      <Minutes name="window_minutes" label={t('window')} hint={t('window_hint')} />
      <Form.Item name="most_attempts" label={t('most')} extra={t('most_hint')}>
        <InputNumber precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Minutes name="retry_minutes" label={t('retry_field')} hint={t('retry_hint')} />
    </>
  );
}

/** Without bounds of its own: a value that was typed stands until the server has said what is wrong with it. */
function Minutes({ name, label, hint }: { name: string; label: string; hint: string }) {
  const t = useTexts(callbacks);
  return (
    <Form.Item name={name} label={label} extra={hint}>
      <InputNumber precision={0} suffix={t('minutes_unit')} style={{ width: '100%' }} />
    </Form.Item>
  );
}
