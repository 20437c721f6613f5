import { Input } from 'antd';

interface SearchBoxProps {
  label: string;
  /** What is searched for when the page opens. */
  value?: string | undefined;
  /** In pixels, at the most. */
  width?: number;
  onChange: (text: string) => void;
}

/** Narrows a list as one types. */
export function SearchBox({ label, value, width = 240, onChange }: SearchBoxProps) {
  return (
    <Input.Search
      allowClear
      aria-label={label}
      placeholder={label}
      style={{ width, maxWidth: '100%' }}
      defaultValue={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
