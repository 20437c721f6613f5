import { Form, InputNumber, Select, Switch } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { allQueues } from '../../data/queues';
import { orNull, SOUND_NAME, SoundInput, soundInput } from '../../data/sound-input';
import { useTexts } from '../../texts/define-texts';
import { ui } from '../../ui/texts';
import { STRATEGIES, strategyName } from './strategies';
import { queues } from './texts';

const LONGEST_SECONDS = 86_400;

/** The settings that a new queue and one that is there share. */
export function QueueFields() {
  const [t, words] = [useTexts(queues), useTexts(ui)];
  const others = useQuery(allQueues);
  return (
    <>
      <Form.Item name={['settings', 'strategy']} label={t('strategy')}>
        <Select options={STRATEGIES.map((value) => ({ value, label: strategyName(t, value) }))} />
      </Form.Item>
      <Form.Item name={['settings', 'max_wait_time']} label={t('max_wait_time')} extra={t('max_wait_hint')}>
        <InputNumber min={0} max={LONGEST_SECONDS} precision={0} suffix={words('unit_seconds')} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name={['settings', 'overflow_queue']} label={t('overflow_queue')} extra={t('overflow_queue_hint')} normalize={orNull}>
        <Select allowClear showSearch placeholder={t('nowhere')} loading={others.isPending} options={others.data?.map(({ name }) => ({ value: name, label: name }))} />
      </Form.Item>
      <Form.Item name={['settings', 'overflow_estimated_wait']} label={t('overflow_estimated_wait')} extra={t('overflow_estimated_wait_hint')}>
        <InputNumber min={0} max={LONGEST_SECONDS} precision={0} suffix={words('unit_seconds')} style={{ width: '100%' }} />
      </Form.Item>
      <SoundField name="moh_sound" />
      <SoundField name="announce_sound" />
      <Form.Item name={['settings', 'announce_frequency']} label={t('announce_frequency')} extra={t('announce_frequency_hint')}>
        <InputNumber min={0} max={LONGEST_SECONDS} precision={0} suffix={words('unit_seconds')} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name={['settings', 'announce_position']} label={t('announce_position')} extra={t('announce_position_hint')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name={['settings', 'announce_estimated_wait']} label={t('announce_estimated_wait')} extra={t('announce_estimated_wait_hint')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name={['settings', 'announce_position_frequency']} label={t('announce_position_frequency')} extra={t('announce_position_frequency_hint')}>
        <InputNumber min={15} max={600} precision={0} suffix={words('unit_seconds')} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name={['settings', 'record']} label={t('record')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name="wrap_up_code_required" label={t('wrap_up_code_required')} extra={t('wrap_up_code_hint')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </>
  );
}

function SoundField({ name }: { name: 'moh_sound' | 'announce_sound' }) {
  const [t, sounds] = [useTexts(queues), useTexts(soundInput)];
  return (
    <Form.Item name={['settings', name]} label={t(name)} extra={t(`${name}_hint`)} normalize={orNull} rules={[{ pattern: SOUND_NAME, message: sounds('rule') }]}>
      <SoundInput />
    </Form.Item>
  );
}
