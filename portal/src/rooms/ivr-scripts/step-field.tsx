import { AutoComplete, Checkbox, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts/define-texts';
import { BranchesEditor } from './branches-editor';
import { exitsOf, variablesOf } from './document';
import { ExitSelect } from './exit-select';
import { FieldFrame } from './field-frame';
import { KeysEditor } from './keys-editor';
import type { Field } from './kinds';
import { NamedSelect } from './named-select';
import { PairsEditor } from './pairs-editor';
import { PromptsEditor } from './prompts-editor';
import { SpokenTextEditor } from './spoken-text-editor';
import { useStepForm } from './step-context';
import { stepTexts } from './step-texts';
import { useStepWords } from './step-words';
import { TargetEditor } from './target-editor';

/** Lists tell what is wrong at each of their own rows. */
const ROWS: readonly Field['edit'][] = ['prompts', 'spoken', 'keys', 'branches', 'values', 'keep'];

/** One field of the open step, by what the table of kinds says of it. */
export function StepField({ field }: { field: Field }) {
  const words = useStepWords();
  const { step, errorsAt } = useStepForm();
  const id = `step-${field.name}`;
  const exit = field.edit === 'exit' ? exitsOf(step).find((each) => each.id === field.name) : undefined;
  const label = exit ? words.exit(step, exit) : words.field(field.name);
  const hint = words.hint(field.name);
  if (field.edit === 'flag') return <FlagField name={field.name} label={label} hint={hint} />;
  const hasInput = !ROWS.includes(field.edit) && field.edit !== 'target';
  return (
    <FieldFrame
      label={label}
      errors={errorsAt(field.name, !ROWS.includes(field.edit))}
      {...(hasInput && { id })}
      {...(hint !== undefined && { hint })}
    >
      <Editor field={field} id={id} label={label} />
    </FieldFrame>
  );
}

function Editor({ field, id, label }: { field: Field; id: string; label: string }): ReactNode {
  const t = useTexts(stepTexts);
  const words = useStepWords();
  const { step, document, known, mayWrite, put } = useStepForm();
  const value = step[field.name];
  const text = typeof value === 'string' ? value : '';
  switch (field.edit) {
    case 'prompts':
      return <PromptsEditor field={field.name} label={label} />;
    case 'spoken':
      return <SpokenTextEditor path={[field.name]} value={value} label={label} most={field.most} />;
    case 'keys':
      return <KeysEditor field={field.name} label={label} />;
    case 'branches':
      return <BranchesEditor field={field.name} label={label} />;
    case 'exit':
      return <ExitSelect id={id} label={label} path={[field.name]} value={value} {...(field.optional && { unset: words.unset(field.name) })} />;
    case 'values':
      return <PairsEditor field={field.name} label={label} valueLabel={t('value')} />;
    case 'keep':
      return <PairsEditor field={field.name} label={label} valueLabel={t('path')} />;
    case 'target':
      return <TargetEditor />;
    case 'named':
      return <NamedSelect id={id} label={label} choices={known[field.of]} value={value} onChange={(next) => put([field.name], next)} />;
    case 'text':
      return <Input id={id} readOnly={!mayWrite} maxLength={field.most} spellCheck={false} autoCapitalize="none" value={text} onChange={({ target }) => put([field.name], target.value || undefined)} />;
    case 'variable':
      return (
        <AutoComplete
          id={id}
          disabled={!mayWrite}
          value={text}
          placeholder={field.usual ?? ''}
          options={variablesOf(document).map((name) => ({ value: name }))}
          onChange={(next: string) => put([field.name], next || undefined)}
        />
      );
    case 'variables':
      return (
        <Select<string[]>
          id={id} mode="tags" disabled={!mayWrite} placeholder={t('choose')}
          options={variablesOf(document).map((name) => ({ value: name, label: name }))}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={(next) => put([field.name], next.length > 0 ? next : undefined)}
        />
      );
    case 'whole':
      return (
        <InputNumber
          id={id} disabled={!mayWrite} min={field.min} max={field.max} precision={0} style={{ width: '100%' }}
          {...(field.unit && { suffix: field.unit })}
          placeholder={field.usual === null ? '' : t('usual', { value: field.usual })}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => put([field.name], next ?? undefined)}
        />
      );
    case 'choice':
      return (
        <Select<string>
          id={id} disabled={!mayWrite} allowClear
          placeholder={field.usual === null ? t('unchanged') : words.choice(field.usual)}
          value={text || null}
          options={field.choices.map((each) => ({ value: each, label: words.choice(each) }))}
          onChange={(next: string | undefined) => put([field.name], next)}
        />
      );
    case 'flag':
      return null;
  }
}

function FlagField({ name, label, hint }: { name: string; label: string; hint: string | undefined }) {
  const { step, mayWrite, errorsAt, put } = useStepForm();
  return (
    <FieldFrame label={null} errors={errorsAt(name)} {...(hint !== undefined && { hint })}>
      <Checkbox
        disabled={!mayWrite}
        checked={step[name] === true}
        onChange={({ target }) => put([name], target.checked ? true : undefined)}
      >
        {label}
      </Checkbox>
    </FieldFrame>
  );
}
