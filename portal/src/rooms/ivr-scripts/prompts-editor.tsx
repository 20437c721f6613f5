import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Typography } from 'antd';
import { SoundInput } from '../../data/sound-input';
import { useTexts } from '../../texts/define-texts';
import { isObject } from './document';
import { ListPart } from './list-part';
import { SpokenTextEditor } from './spoken-text-editor';
import { useStepForm } from './step-context';
import { stepTexts } from './step-texts';

const MOST_PROMPTS = 10;
const MOST_CHARACTERS = 1000;

/** What is said: texts in both languages and sounds, one after the other. */
export function PromptsEditor({ field, label }: { field: string; label: string }) {
  const t = useTexts(stepTexts);
  const { step, mayWrite, put } = useStepForm();
  const prompts: unknown[] = Array.isArray(step[field]) ? step[field] : [];
  const set = (next: unknown[]) => put([field], next.length > 0 ? next : undefined);
  const add = (prompt: object) => set([...prompts, prompt]);
  return (
    <Flex vertical gap={8} role="group" aria-label={label}>
      {prompts.length === 0 && <Typography.Text type="secondary">{t('nothing_said')}</Typography.Text>}
      {prompts.map((prompt, index) => (
        <ListPart
          key={index}
          list={prompts}
          index={index}
          set={set}
          field={field}
          name={`${index + 1} · ${isSound(prompt) ? t('prompt_sound') : t('prompt_text')}`}
          remove={t('remove_prompt')}
        >
          {isSound(prompt) ? <SoundPart field={field} index={index} value={prompt['sound']} /> : <SpokenTextEditor path={[field, index, 'text']} value={isObject(prompt) ? prompt['text'] : undefined} label={String(index + 1)} most={MOST_CHARACTERS} />}
        </ListPart>
      ))}
      {mayWrite && prompts.length < MOST_PROMPTS && (
        <Flex gap={8} wrap>
          <Button size="small" icon={<PlusOutlined />} onClick={() => add({ text: {} })}>{t('add_text')}</Button>
          <Button size="small" icon={<PlusOutlined />} onClick={() => add({ sound: '' })}>{t('add_sound')}</Button>
        </Flex>
      )}
    </Flex>
  );
}

function SoundPart({ field, index, value }: { field: string; index: number; value: unknown }) {
  const t = useTexts(stepTexts);
  const { mayWrite, put } = useStepForm();
  if (!mayWrite) return <>{String(value)}</>;
  return (
    <Flex vertical role="group" aria-label={`${t('prompt_sound')} ${index + 1}`}>
      <SoundInput
        value={typeof value === 'string' && value !== '' ? value : null}
        onChange={(sound) => put([field, index], { sound: sound ?? '' })}
      />
    </Flex>
  );
}

function isSound(prompt: unknown): prompt is Record<string, unknown> {
  return isObject(prompt) && 'sound' in prompt;
}
