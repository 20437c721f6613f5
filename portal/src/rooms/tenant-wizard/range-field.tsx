import { Form, Input } from 'antd';
import { useId } from 'react';
import { useTexts } from '../../texts/define-texts';
import { useDraftView, useField } from './draft-context';
import { type Place, valueAt } from './draft-text';
import { NumberField, TextField } from './fields';
import { wizard } from './texts';

/** Whom an entry stands for: one extension or a range of them, or the first and how many. */
export function RangeField({ place, single, label }: { place: Place; single: 'number' | 'extension'; label: string }) {
  const t = useTexts(wizard);
  const { values } = useDraftView();
  if (valueAt(values, [...place, 'from']) === undefined && valueAt(values, [...place, 'count']) === undefined) {
    return <OneOrRange place={place} single={single} label={label} />;
  }
  return (
    <>
      <TextField place={[...place, 'from']} label={t('from')} basis={100} />
      <NumberField place={[...place, 'count']} label={t('count')} basis={80} />
    </>
  );
}

/** A range has two points in it: by that the setting's name is chosen. */
function OneOrRange({ place, single, label }: { place: Place; single: string; label: string }) {
  const t = useTexts(wizard);
  const id = useId();
  const { set, rename } = useDraftView();
  const [range, one] = [useField([...place, 'range']), useField([...place, single])];
  const isRange = range.value !== undefined;
  const { value, help, path } = isRange ? range : one;
  const write = (text: string) => {
    const wanted = text.includes('..') ? 'range' : single;
    rename(place, isRange ? 'range' : single, wanted);
    set([...place, wanted], text);
  };
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      help={help}
      validateStatus={help === undefined ? '' : 'error'}
      data-place={path}
      style={{ flex: '1 1 150px', minWidth: 140, marginBottom: 12 }}
    >
      <Input id={id} placeholder={t('range_example')} value={value === undefined ? '' : String(value)} onChange={({ target }) => write(target.value)} />
    </Form.Item>
  );
}
