import { PlusOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Checkbox, Flex, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts/define-texts';
import { isObject, type Path, variablesOf } from './document';
import { ExitSelect } from './exit-select';
import { ListPart } from './list-part';
import { NamedSelect } from './named-select';
import { useStepForm } from './step-context';
import { stepTexts } from './step-texts';

const KINDS = ['open', 'segment', 'language', 'variable', 'queue'] as const;
const COMPARISONS = ['equals', 'starts_with', 'less_than', 'greater_than', 'present'] as const;
const QUEUE_STATES = ['no_agents', 'waiting_over', 'wait_over'] as const;
const MOST = 20;

/** What a condition of a kind begins with. */
const FRESH: Record<(typeof KINDS)[number], object> = {
  open: {},
  segment: { names: [] },
  language: { language: 'zh-CN' },
  variable: { is: 'equals' },
  queue: { is: 'no_agents' },
};

/** Conditions in the order in which they are looked at, each with where it leads. */
export function BranchesEditor({ field, label }: { field: string; label: string }) {
  const t = useTexts(stepTexts);
  const { step, mayWrite, put } = useStepForm();
  const branches = Array.isArray(step[field]) ? (step[field] as unknown[]).map((each) => (isObject(each) ? each : {})) : [];
  const set = (next: unknown[]) => put([field], next);
  return (
    <Flex vertical gap={8} role="group" aria-label={label}>
      {branches.map((branch, index) => {
        const name = t('condition', { count: index + 1 });
        return (
          <ListPart key={index} list={branches} index={index} set={set} field={field} name={name} remove={t('remove_condition')} least={1}>
            <Flex vertical gap={6}>
              <ConditionFields name={name} path={[field, index, 'when']} when={isObject(branch['when']) ? branch['when'] : {}} />
              <Checkbox
                disabled={!mayWrite}
                checked={branch['not'] === true}
                onChange={({ target }) => put([field, index, 'not'], target.checked ? true : undefined)}
              >
                {t('not')}
              </Checkbox>
              <ExitSelect label={name} path={[field, index, 'next']} value={branch['next']} />
            </Flex>
          </ListPart>
        );
      })}
      {mayWrite && branches.length < MOST && (
        <Button
          size="small"
          icon={<PlusOutlined />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => set([...branches, { when: { kind: 'open' }, next: null }])}
        >
          {t('add_condition')}
        </Button>
      )}
    </Flex>
  );
}

function ConditionFields({ name, path, when }: { name: string; path: Path; when: Record<string, unknown> }) {
  const t = useTexts(stepTexts);
  const { known, document, mayWrite, put } = useStepForm();
  const kind = KINDS.find((each) => each === when['kind']) ?? 'open';
  const set = (field: string, value: unknown) => put([...path, field], value);
  const text = (field: string): string => (typeof when[field] === 'string' || typeof when[field] === 'number' ? String(when[field]) : '');
  const choice = (field: string, label: string, values: readonly string[], prefix: string): ReactNode => (
    <Select<string>
      aria-label={`${name}: ${label}`}
      disabled={!mayWrite}
      value={text(field) || null}
      placeholder={t('choose')}
      options={values.map((value) => ({ value, label: t(`${prefix}${value}` as never) }))}
      onChange={(next) => set(field, next)}
    />
  );
  const fields = (): ReactNode => {
    switch (kind) {
      case 'open':
        return <NamedSelect label={`${name}: ${t('calendar')}`} choices={known.calendars} value={when['calendar']} onChange={(next) => set('calendar', next)} />;
      case 'segment':
        return (
          <Select<string[]>
            mode="tags"
            aria-label={`${name}: ${t('segments')}`}
            disabled={!mayWrite}
            placeholder={t('choose')}
            options={known.segments}
            value={Array.isArray(when['names']) ? (when['names'] as string[]) : []}
            onChange={(next) => set('names', next)}
          />
        );
      case 'language':
        return choice('language', t('when_language'), ['zh-CN', 'en'], 'choice_');
      case 'variable':
        return (
          <>
            <AutoComplete
              aria-label={`${name}: ${t('value_name')}`}
              disabled={!mayWrite}
              placeholder={t('value_name')}
              options={variablesOf(document).map((value) => ({ value }))}
              value={text('name')}
              onChange={(next: string) => set('name', next)}
            />
            {choice('is', t('when_variable'), COMPARISONS, 'is_')}
            {when['is'] !== 'present' && <Input aria-label={`${name}: ${t('value')}`} readOnly={!mayWrite} placeholder={t('value')} maxLength={200} value={text('value')} onChange={({ target }) => set('value', target.value)} />}
          </>
        );
      case 'queue':
        return (
          <>
            <NamedSelect
              label={`${name}: ${t('when_queue')}`}
              choices={known.queues}
              value={when['queue']}
              onChange={(next) => set('queue', next)}
            />
            {choice('is', t('when_queue'), QUEUE_STATES, 'is_')}
            {when['is'] !== 'no_agents' && (
              <InputNumber
                aria-label={`${name}: ${t('value')}`}
                disabled={!mayWrite}
                min={0}
                max={86_400}
                precision={0}
                style={{ width: '100%' }}
                value={typeof when['value'] === 'number' ? when['value'] : 0}
                onChange={(next) => set('value', next ?? 0)}
              />
            )}
          </>
        );
    }
  };
  return (
    <>
      <Select<(typeof KINDS)[number]>
        aria-label={`${name}: ${t('choose')}`}
        disabled={!mayWrite}
        value={kind}
        options={KINDS.map((value) => ({ value, label: t(`when_${value}`) }))}
        onChange={(next) => put(path, { kind: next, ...FRESH[next] })}
      />
      {fields()}
    </>
  );
}
