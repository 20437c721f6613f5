import { Form, Input } from 'antd';
import { SOUND_NAME, soundInput } from '../../data/sound-input';
import { useTexts } from '../../texts/define-texts';
import { sounds } from './texts';

/** What a new sound and one that is there share. */
export function SoundFields() {
  const [t, input] = [useTexts(sounds), useTexts(soundInput)];
  return (
    <>
      <Form.Item name="name" label={t('name')} extra={t('name_hint')} rules={[{ required: true }, { pattern: SOUND_NAME, message: input('rule') }]}>
        <Input maxLength={60} autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="description" label={t('description')}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}
