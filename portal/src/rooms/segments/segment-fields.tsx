import { Form, Input, InputNumber, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/types';
import { allQueues } from '../../data/queues';
import { orNull, SOUND_NAME, SoundInput, soundInput } from '../../data/sound-input';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { SegmentTag } from '../../ui/segment-tag';
import { ui } from '../../ui/texts';
import { segments } from './texts';

export type SegmentValues = Schemas['CreateSegmentDto'];

const COLOURS = ['grey', 'red', 'orange', 'gold', 'green', 'cyan', 'blue', 'purple'] as const;

/** What a new segment and one that is there share. */
export function SegmentFields() {
  const [t, sounds, words] = [useTexts(segments), useTexts(soundInput), useTexts(ui)];
  const queues = useQuery({ ...allQueues, enabled: useMay('queues:read') });
  return (
    <>
      <Form.Item name="name" label={t('name')} rules={[{ required: true }]}><Input maxLength={64} /></Form.Item>
      <Form.Item name="rank" label={t('rank')} extra={t('rank_hint')} rules={[{ required: true }]}>
        <InputNumber min={1} max={99} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="colour" label={t('colour')}>
        <Select options={COLOURS.map((value) => ({ value, label: <SegmentTag segment={{ name: t(`colour_${value}`), colour: value }} /> }))} />
      </Form.Item>
      <Form.Item name="description" label={t('description')} normalize={orEmpty}><Input maxLength={200} /></Form.Item>
      <Form.Item name="queue_id" label={t('queue')} extra={t('queue_hint')} normalize={orNull}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={t('of_the_number')} loading={queues.isPending} options={(queues.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="greeting" label={t('greeting')} extra={t('greeting_hint')} normalize={orNull} rules={[{ pattern: SOUND_NAME, message: sounds('rule') }]}>
        <SoundInput />
      </Form.Item>
      <Form.Item name="priority_seconds" label={t('priority_field')} extra={t('priority_hint')}>
        <InputNumber min={0} max={3600} precision={0} suffix={words('unit_seconds')} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="answer_target_seconds" label={t('target')} extra={t('target_hint')} normalize={(value: number | null | undefined) => value ?? null}>
        <InputNumber min={1} max={3600} precision={0} suffix={words('unit_seconds')} placeholder={t('of_the_contract')} style={{ width: '100%' }} />
      </Form.Item>
    </>
  );
}

function orEmpty(value: string | undefined): string {
  return value ?? '';
}
