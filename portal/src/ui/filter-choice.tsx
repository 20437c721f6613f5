import { Select } from 'antd';

interface FilterChoiceProps {
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  /** With the empty text where nothing is chosen. */
  onChange: (value: string) => void;
}

/** One of a filter's values, or any. */
export function FilterChoice({ label, value, options, onChange }: FilterChoiceProps) {
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      placeholder={label}
      aria-label={label}
      style={{ width: 160, maxWidth: '100%' }}
      value={value || null}
      options={options}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );
}
