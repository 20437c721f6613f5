import { Form, Select, Switch } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { allCalendars } from '../../data/calendars';
import { allQueues } from '../../data/queues';
import { orNull, SOUND_NAME, SoundInput, soundInput } from '../../data/sound-input';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { ScriptsByHoursFields } from './scripts-by-hours-fields';
import { numbers } from './texts';
import { useScriptOptions } from './use-script-options';

/** What a new number and one that is there share. */
export function NumberFields() {
  const t = useTexts(numbers);
  const queues = useQuery({ ...allQueues, enabled: useMay('queues:read') });
  const calendars = useQuery(allCalendars);
  const maySeeScripts = useMay('ivr-scripts:read');
  const scripts = useScriptOptions();
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
      {maySeeScripts && (
        <Form.Item name="ivr" label={t('ivr')} extra={t('ivr_hint')} normalize={orNull}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('no_script')}
            options={scripts}
          />
        </Form.Item>
      )}
      {maySeeScripts && <ScriptsByHoursFields />}
      {maySeeScripts && (
        <Form.Item name="tests_draft" label={t('tests_draft')} extra={t('tests_draft_hint')} valuePropName="checked"><Switch /></Form.Item>
      )}
    </>
  );
}

function SoundField({ name }: { name: 'greeting' | 'closed' }) {
  const [t, sounds] = [useTexts(numbers), useTexts(soundInput)];
  return (
    <Form.Item name={name} label={t(name)} extra={t(`${name}_hint`)} normalize={orNull} rules={[{ pattern: SOUND_NAME, message: sounds('rule') }]}>
      <SoundInput />
    </Form.Item>
  );
}
