import { Flex, Form, type FormInstance, Input, Segmented, Typography } from 'antd';
import { useTexts } from '../../texts/define-texts';
import { bytes } from '../../texts/formats';
import { SoundPlayer } from '../../ui/sound-player';
import { AudioDrop } from './audio-drop';
import { LARGEST_BYTES, type Language, listenToText, type TakeValues } from './take';
import { sounds } from './texts';

const LONGEST_TEXT = 1000;

/** A file or a text, for one language. */
export function TakeFields({ form, language }: { form: FormInstance; language: Language }) {
  const t = useTexts(sounds);
  const source = Form.useWatch<TakeValues['source']>('source', form);
  const sourceOptions = [{ value: 'file', label: t('upload') }, { value: 'text', label: t('speak') }];
  return (
    <>
      <Form.Item name="source" label={t('source')} rules={[{ required: true }]}>
        <Segmented block options={sourceOptions} />
      </Form.Item>
      {source === 'text' ? <SpokenField form={form} language={language} /> : <FileField />}
    </>
  );
}

function FileField() {
  const t = useTexts(sounds);
  const refuse = (_: unknown, file?: File) => {
    if (!file) return Promise.reject(new Error(t('file_needed')));
    return file.size > LARGEST_BYTES ? Promise.reject(new Error(t('too_large', { size: bytes(file.size) }))) : Promise.resolve();
  };
  return (
    <Form.Item name="audio" rules={[{ validator: refuse }]}>
      <AudioDrop />
    </Form.Item>
  );
}

function SpokenField({ form, language }: { form: FormInstance; language: Language }) {
  const t = useTexts(sounds);
  const text = Form.useWatch<string | undefined>('text', form)?.trim() ?? '';
  return (
    <>
      <Form.Item name="text" label={t('text')} extra={t('text_hint')} rules={[{ required: true }]} style={{ marginBottom: 12 }}>
        <Input.TextArea maxLength={LONGEST_TEXT} showCount autoSize={{ minRows: 4, maxRows: 12 }} />
      </Form.Item>
      <Flex vertical gap={4} style={{ marginBottom: 24 }}>
        <Typography.Text type="secondary">{t('listen_first')}</Typography.Text>
        <SoundPlayer of={`${language} ${text}`} what={t('preview')} disabled={text === ''} load={(signal) => listenToText(language, text, signal)} />
      </Flex>
    </>
  );
}
