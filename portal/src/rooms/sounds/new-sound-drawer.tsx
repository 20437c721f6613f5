import { Form, Select } from 'antd';
import { answerOf, api, versionOf } from '../../api/client';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { ObjectDrawer } from '../../ui/object-drawer';
import { ui } from '../../ui/texts';
import { SoundFields } from './sound-fields';
import { LANGUAGES, type Language, putTake, type TakeValues } from './take';
import { TakeFields } from './take-fields';
import { sounds } from './texts';

interface Values extends TakeValues {
  name: string;
  description?: string;
  language: Language;
}

export function NewSoundDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [t, words] = [useTexts(sounds), useTexts(ui)];
  const { data: tenant } = useTenant();
  const language = LANGUAGES.find((each) => each === tenant?.locale) ?? 'en';
  return (
    <ObjectDrawer<Values> title={t('new')} open={open} onClose={onClose} action={words('create')} width={560} initial={{ language, source: 'file' }} save={create}>
      {(form) => (
        <>
          <SoundFields />
          <Form.Item name="language" label={t('language')} rules={[{ required: true }]}>
            <Select options={LANGUAGES.map((value) => ({ value, label: t(value) }))} />
          </Form.Item>
          <Form.Item noStyle dependencies={['language']}>
            {({ getFieldValue }) => <TakeFields form={form} language={(getFieldValue('language') as Language | undefined) ?? language} />}
          </Form.Item>
        </>
      )}
    </ObjectDrawer>
  );
}

/** The sound and its first take, or neither: a file that is refused must not leave a name behind. */
async function create({ name, description = '', language, ...take }: Values): Promise<void> {
  const { data: { id }, etag } = await versionOf(api.POST('/v1/sounds', { body: { name, description } }));
  try {
    await putTake(id, language, etag, take);
  } catch (error) {
    await answerOf(api.DELETE('/v1/sounds/{id}', { params: { path: { id }, header: { 'If-Match': etag } } })).catch(() => undefined);
    throw error;
  }
}
