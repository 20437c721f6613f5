import { InputNumber, Typography } from 'antd';

interface PlaceInputProps {
  label: string;
  /** Whose place it is, for whoever does not see the row. */
  of: string;
  value: number;
  min: number;
  max: number;
  disabled?: boolean;
  onChange: (value: number) => void;
}

/** An agent's level or position in a queue: a whole number, with its name inside. */
export function PlaceInput({ label, of, onChange, ...props }: PlaceInputProps) {
  return (
    <InputNumber
      {...props}
      aria-label={`${label}: ${of}`}
      prefix={<Typography.Text type="secondary">{label}</Typography.Text>}
      precision={0}
      style={{ width: 116 }}
      onChange={(next) => next !== null && onChange(next)}
    />
  );
}
