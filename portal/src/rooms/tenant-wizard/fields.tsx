import { AutoComplete, Form, Input, InputNumber, Select, Switch } from 'antd';
import { useId, type ReactNode } from 'react';
import { useField } from './draft-context';
import type { Place } from './draft-text';

interface FieldProps {
  place: Place;
  label: string;
  hint?: string;
  disabled?: boolean;
  /** Of the row that it stands in. */
  basis?: number;
}

function Framed({ label, hint, basis = 180, help, id, path, children }: Omit<FieldProps, 'place'> & { help: string | undefined; id: string; path: string; children: ReactNode }) {
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      extra={hint}
      help={help}
      validateStatus={help === undefined ? '' : 'error'}
      data-place={path}
      style={{ flex: `1 1 ${basis}px`, minWidth: Math.min(basis, 140), marginBottom: 12 }}
    >
      {children}
    </Form.Item>
  );
}

/** Left empty, the setting is taken out of the file unless `keepsEmpty`. */
export function TextField({ keepsEmpty, placeholder, ...props }: FieldProps & { keepsEmpty?: true; placeholder?: string }) {
  const { place, ...frame } = props;
  const id = useId();
  const { value, set, ...told } = useField(place);
  return (
    <Framed {...frame} {...told} id={id}>
      <Input
        id={id}
        disabled={props.disabled ?? false}
        placeholder={placeholder}
        spellCheck={false}
        value={value === undefined || value === null ? '' : String(value)}
        onChange={({ target }) => set(target.value === '' && !keepsEmpty ? undefined : target.value)}
      />
    </Framed>
  );
}

export function NumberField({ unit, placeholder, ...props }: FieldProps & { unit?: string; placeholder?: string }) {
  const { place, ...frame } = props;
  const id = useId();
  const { value, set, ...told } = useField(place);
  return (
    <Framed {...frame} {...told} id={id}>
      <InputNumber
        id={id}
        disabled={props.disabled ?? false}
        placeholder={placeholder}
        suffix={unit}
        style={{ width: '100%' }}
        value={typeof value === 'number' ? value : null}
        onChange={(next) => set(next ?? undefined)}
      />
    </Framed>
  );
}

interface Option {
  value: string;
  label: string;
}

/** @param none what it means that the setting is left out; without it one has to be chosen */
export function ChoiceField({ options, none, ...props }: FieldProps & { options: readonly Option[]; none?: string }) {
  const { place, ...frame } = props;
  const id = useId();
  const { value, set, ...told } = useField(place);
  return (
    <Framed {...frame} {...told} id={id}>
      <Select<string | undefined>
        id={id}
        disabled={props.disabled ?? false}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={none !== undefined}
        placeholder={none}
        options={[...options]}
        value={typeof value === 'string' ? value : undefined}
        onChange={(next) => set(next)}
      />
    </Framed>
  );
}

/** A text for which there are suggestions. */
export function SuggestField({ options, placeholder, ...props }: FieldProps & { options: readonly string[]; placeholder?: string }) {
  const { place, ...frame } = props;
  const id = useId();
  const { value, set, ...told } = useField(place);
  return (
    <Framed {...frame} {...told} id={id}>
      <AutoComplete
        id={id}
        placeholder={placeholder}
        options={options.map((each) => ({ value: each }))}
        value={value === undefined || value === null ? '' : String(value)}
        onChange={(next: string | undefined) => set(next === '' ? undefined : next)}
      />
    </Framed>
  );
}

export function FlagField(props: FieldProps) {
  const { place, ...frame } = props;
  const id = useId();
  const { value, set, ...told } = useField(place);
  return (
    <Framed {...frame} {...told} id={id} basis={props.basis ?? 110}>
      <Switch id={id} checked={value === true} onChange={set} />
    </Framed>
  );
}

/** Several texts: a list in the file, or, where there is one, that alone if `singly`. */
export function TextsField({ options, singly, placeholder, ...props }: FieldProps & { options?: readonly Option[]; singly?: true; placeholder?: string }) {
  const { place, ...frame } = props;
  const id = useId();
  const { value, set, ...told } = useField(place);
  const texts = Array.isArray(value) ? value.map(String) : value === undefined || value === null ? [] : [String(value)];
  const write = (next: string[]) => set(next.length === 0 ? undefined : singly && next.length === 1 ? next[0] : next);
  return (
    <Framed {...frame} {...told} id={id}>
      <Select<string[]>
        id={id}
        mode="tags"
        placeholder={placeholder}
        tokenSeparators={[',', '，', ' ']}
        options={options ? [...options] : []}
        {...(!options && { open: false, suffixIcon: null })}
        value={texts}
        onChange={write}
      />
    </Framed>
  );
}
