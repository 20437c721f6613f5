import { PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown, Flex, Typography } from 'antd';
import { useRef } from 'react';
import { SoundInput } from '../../data/sound-input';
import { useTexts } from '../../texts/define-texts';
import { TextArea } from '../../ui/text-area';
import { isObject, variablesOf } from './document';
import { ListPart } from './list-part';
import { useStepForm } from './step-context';
import { stepTexts } from './step-texts';

const LANGUAGES = ['zh', 'en'] as const;
const FORMATS = ['is', 'digits', 'number', 'date', 'money'] as const;
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
          {isSound(prompt) ? <SoundPart field={field} index={index} value={prompt['sound']} /> : <TextPart field={field} index={index} text={textOf(prompt)} />}
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

function TextPart({ field, index, text }: { field: string; index: number; text: Record<string, unknown> }) {
  const t = useTexts(stepTexts);
  const { document, mayWrite, put } = useStepForm();
  const last = useRef<HTMLTextAreaElement | null>(null);
  const fields = useRef<Partial<Record<string, HTMLTextAreaElement | null>>>({});
  const write = (language: string, value: string) => {
    const { [language]: _, ...rest } = text;
    put([field, index], { text: value === '' ? rest : { ...rest, [language]: value } });
  };
  const insert = (value: string) => {
    const into = last.current ?? fields.current['zh'] ?? null;
    const language = into?.dataset['language'] ?? 'zh';
    const before = into?.value ?? '';
    const at = into?.selectionStart ?? before.length;
    write(language, before.slice(0, at) + value + before.slice(into?.selectionEnd ?? at));
    into?.focus();
  };
  const values = variablesOf(document).map((name) => ({
    key: name,
    label: name,
    children: FORMATS.map((format) => ({
      key: `${name} ${format}`,
      label: t(`as_${format}`),
      onClick: () => insert(format === 'is' ? `{{${name}}}` : `{{${name}|${format === 'money' ? 'money:CNY' : format}}}`),
    })),
  }));
  return (
    <Flex vertical gap={6}>
      {LANGUAGES.map((language) => (
        <TextArea
          key={language}
          ref={(area) => { fields.current[language] = area; }}
          data-language={language}
          lang={language === 'zh' ? 'zh-CN' : 'en'}
          aria-label={`${t(`text_${language}`)} ${index + 1}`}
          placeholder={t(`text_${language}`)}
          rows={2}
          maxLength={MOST_CHARACTERS}
          readOnly={!mayWrite}
          value={typeof text[language] === 'string' ? text[language] : ''}
          onFocus={({ currentTarget }) => { last.current = currentTarget; }}
          onChange={({ target }) => write(language, target.value)}
        />
      ))}
      {mayWrite && (
        <Dropdown trigger={['click']} menu={{ items: values }}>
          <Button size="small" type="link" style={{ alignSelf: 'flex-start', padding: 0 }}>{t('insert_value')}</Button>
        </Dropdown>
      )}
    </Flex>
  );
}

function isSound(prompt: unknown): prompt is Record<string, unknown> {
  return isObject(prompt) && 'sound' in prompt;
}

function textOf(prompt: unknown): Record<string, unknown> {
  return isObject(prompt) && isObject(prompt['text']) ? prompt['text'] : {};
}
