import { Button, Dropdown, Flex } from 'antd';
import { useRef } from 'react';
import { useTexts } from '../../texts/define-texts';
import { TextArea } from '../../ui/text-area';
import { isObject, variablesOf } from './document';
import { useStepForm } from './step-context';
import { stepTexts } from './step-texts';

const LANGUAGES = ['zh', 'en'] as const;
const FORMATS = ['is', 'digits', 'number', 'date', 'money'] as const;

interface SpokenTextEditorProps {
  /** Where it stands in the step. */
  path: (string | number)[];
  value: unknown;
  /** Which text it is, for whoever does not see where it stands. */
  label: string;
  /** Characters. */
  most: number;
}

/** One text in both languages, into which values of the script can be put. */
export function SpokenTextEditor({ path, value, label, most }: SpokenTextEditorProps) {
  const t = useTexts(stepTexts);
  const { document, mayWrite, put } = useStepForm();
  const text = isObject(value) ? value : {};
  const last = useRef<HTMLTextAreaElement | null>(null);
  const fields = useRef<Partial<Record<string, HTMLTextAreaElement | null>>>({});
  const write = (language: string, next: string) => {
    const { [language]: _, ...rest } = text;
    put(path, next === '' ? rest : { ...rest, [language]: next });
  };
  const insert = (placeholder: string) => {
    const into = last.current ?? fields.current['zh'] ?? null;
    const language = into?.dataset['language'] ?? 'zh';
    const before = into?.value ?? '';
    const at = into?.selectionStart ?? before.length;
    write(language, before.slice(0, at) + placeholder + before.slice(into?.selectionEnd ?? at));
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
          aria-label={`${t(`text_${language}`)} ${label}`}
          placeholder={t(`text_${language}`)}
          rows={2}
          maxLength={most}
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
