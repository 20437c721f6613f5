import { AutoComplete } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../session/use-may';
import { defineTexts, useTexts } from '../texts/define-texts';
import { playableSounds } from './sounds';

export const SOUND_NAME = /^[a-z0-9][a-z0-9_-]{0,59}$/;

export const soundInput = defineTexts(
  'sound-input',
  {
    own: 'Your own sounds',
    shipped: 'Of the platform',
    none: 'no sound',
    rule: '1 to 60 small letters, digits, - and _, beginning with a letter or a digit',
  },
  { own: '自有语音', shipped: '平台语音', none: '无', rule: '1 至 60 个小写字母、数字、- 和 _，以字母或数字开头' },
);

interface SoundInputProps {
  id?: string;
  value?: string | null;
  onChange?: (name: string | undefined) => void;
  /** What is meant where there is none. */
  placeholder?: string;
}

/** The name of a sound: one's own first, then the platform's; within a form's field. */
export function SoundInput({ id, value, onChange, placeholder }: SoundInputProps) {
  const t = useTexts(soundInput);
  const { data = [] } = useQuery({ ...playableSounds, enabled: useMay('sounds:read') });
  const groups = (['own', 'shipped'] as const).map((origin) => ({
    label: t(origin),
    options: data.filter((sound) => sound.origin === origin).map(({ name }) => ({ value: name })),
  }));
  return (
    <AutoComplete
      {...(id !== undefined && { id })}
      allowClear
      placeholder={placeholder ?? t('none')}
      maxLength={60}
      value={value ?? null}
      onChange={(name: string | undefined) => onChange?.(name)}
      options={groups.filter(({ options }) => options.length > 0)}
      showSearch={{ filterOption: (typed, option) => !!option && 'value' in option && String(option.value).includes(typed) }}
    />
  );
}

/** What is cleared is null on the wire: left out, it would stay as it was. */
export function orNull(value: string | undefined): string | null {
  return value || null;
}
