import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../texts/define-texts';
import { BadText } from '../../ui/bad-text';
import { isObject } from './document';
import { useStepForm } from './step-context';
import { stepTexts } from './step-texts';

const MOST = 20;

/** Values under names of the writer's own: what is set, or what is kept of an answer. */
export function PairsEditor({ field, label, valueLabel }: { field: string; label: string; valueLabel: string }) {
  const t = useTexts(stepTexts);
  const { step, mayWrite, errorsAt, put } = useStepForm();
  const pairs = Object.entries(isObject(step[field]) ? step[field] : {});
  const set = (next: [string, unknown][]) => put([field], next.length > 0 || field === 'keep' ? Object.fromEntries(next) : undefined);
  const add = () => {
    const taken = pairs.map(([name]) => name);
    const name = ['value', ...Array.from({ length: MOST }, (_, count) => `value_${count + 2}`)].find((each) => !taken.includes(each)) ?? 'value';
    set([...pairs, [name, '']]);
  };
  return (
    <Flex vertical gap={8} role="group" aria-label={label}>
      {pairs.map(([name, value], index) => (
        <div key={index}>
          <Flex gap={4}>
            <NameInput
              label={`${t('value_name')} ${index + 1}`}
              value={name}
              isFree={(next) => !pairs.some(([each]) => each === next)}
              onChange={(next) => set(pairs.map((pair, at) => (at === index ? [next, value] : pair)))}
            />
            <Input
              aria-label={`${valueLabel} ${index + 1}`}
              placeholder={valueLabel}
              readOnly={!mayWrite}
              maxLength={1000}
              value={typeof value === 'string' ? value : ''}
              onChange={({ target }) => put([field, name], target.value)}
            />
            {mayWrite && <Button type="text" danger icon={<DeleteOutlined />} aria-label={`${t('remove_value')} ${name}`} onClick={() => set(pairs.filter((_, at) => at !== index))} />}
          </Flex>
          {errorsAt(`${field}/${name}`).map((error) => <div key={error}><BadText>{error}</BadText></div>)}
        </div>
      ))}
      {mayWrite && pairs.length < MOST && <Button size="small" icon={<PlusOutlined />} style={{ alignSelf: 'flex-start' }} onClick={add}>{t('add_value')}</Button>}
    </Flex>
  );
}

/** Takes a name when it is typed to its end: half of it might be another's. */
function NameInput({ label, value, isFree, onChange }: { label: string; value: string; isFree: (name: string) => boolean; onChange: (name: string) => void }) {
  const { mayWrite } = useStepForm();
  const [typed, setTyped] = useState<string | null>(null);
  const done = () => {
    if (typed !== null && typed !== value && typed !== '' && isFree(typed)) onChange(typed);
    setTyped(null);
  };
  return (
    <Input
      aria-label={label}
      readOnly={!mayWrite}
      style={{ width: '42%', flex: 'none' }}
      maxLength={40}
      spellCheck={false}
      autoCapitalize="none"
      value={typed ?? value}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={done}
      onPressEnter={done}
    />
  );
}
