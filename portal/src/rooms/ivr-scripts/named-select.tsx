import { Select } from 'antd';
import { useTexts } from '../../texts/define-texts';
import { useStepForm } from './step-context';
import { stepTexts } from './step-texts';
import type { Choice } from './use-known';

interface NamedSelectProps {
  id?: string;
  label: string;
  choices: Choice[];
  value: unknown;
  onChange: (next: string | undefined) => void;
}

/** One of what the tenant has. What the script names and is not there stays, and says so. */
export function NamedSelect({ id, label, choices, value, onChange }: NamedSelectProps) {
  const t = useTexts(stepTexts);
  const { mayWrite } = useStepForm();
  const name = typeof value === 'string' && value !== '' ? value : null;
  const isMissing = name !== null && !choices.some((each) => each.value === name);
  return (
    <Select<string>
      {...(id !== undefined && { id })}
      aria-label={label}
      disabled={!mayWrite}
      allowClear
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('choose')}
      value={name}
      options={isMissing && choices.length > 0 ? [...choices, { value: name, label: t('missing', { name }) }] : choices}
      onChange={(next: string | undefined) => onChange(next)}
    />
  );
}
