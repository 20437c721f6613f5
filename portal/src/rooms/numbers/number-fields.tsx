import { AutoComplete, Form, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { allCalendars } from '../../data/calendars';
import { allNumbers } from '../../data/numbers';
import { allQueues } from '../../data/queues';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { numbers } from './texts';

/** Sounds that every platform has; others are known by the numbers that play them. */
const USUAL_SOUNDS = ['welcome', 'closed'];
const SOUND = /^[a-z][a-z0-9_-]{0,40}$/;

/** What a new number and one that is there share. */
export function NumberFields() {
  const t = useTexts(numbers);
  const queues = useQuery({ ...allQueues, enabled: useMay('queues:read') });
  const calendars = useQuery(allCalendars);
  return (
    <>
      <Form.Item name="queue_id" label={t('queue')} extra={queues.data?.length === 0 ? t('no_queue') : t('queue_hint')} rules={[{ required: true }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} loading={queues.isPending} options={(queues.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="calendar_id" label={t('calendar')} extra={t('calendar_hint')} normalize={orNull}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('always_open')}
          loading={calendars.isPending}
          options={(calendars.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <SoundField name="greeting" />
      <SoundField name="closed" />
    </>
  );
}

function SoundField({ name }: { name: 'greeting' | 'closed' }) {
  const t = useTexts(numbers);
  const { data = [] } = useQuery(allNumbers);
  const known = [...new Set([...USUAL_SOUNDS, ...data.flatMap(({ greeting, closed }) => [greeting ?? [], closed ?? []].flat())])].sort();
  return (
    <Form.Item name={name} label={t(name)} extra={t(`${name}_hint`)} normalize={orNull} rules={[{ pattern: SOUND, message: t('sound_rule') }]}>
      <AutoComplete allowClear placeholder={t('no_sound')} maxLength={41} options={known.map((value) => ({ value }))} showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }} />
    </Form.Item>
  );
}

/** What is cleared is null on the wire: left out, it would stay as it was. */
function orNull(value: string | undefined): string | null {
  return value || null;
}
