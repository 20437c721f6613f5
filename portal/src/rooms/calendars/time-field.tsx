import { Input } from 'antd';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { minutesOf } from '../../data/opening-hours';
import { readTime, timeOf } from './week';

interface TimeFieldProps {
  label: string;
  value: string;
  wrong: boolean;
  onChange: (time: string) => void;
}

const STEP = 15;

/** A time of day, up to 24:00, which the browser's own field does not know. `9` and `930` will do; arrow keys go by quarters of an hour. */
export function TimeField({ label, value, wrong, onChange }: TimeFieldProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const take = (next: string) => {
    const time = readTime(next);
    setText(time);
    if (time !== value) onChange(time);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? STEP : event.key === 'ArrowDown' ? -STEP : 0;
    const minutes = minutesOf(readTime(text));
    if (step === 0 || minutes === null) return;
    event.preventDefault();
    take(timeOf(minutes + step));
  };
  return (
    <Input
      className="figures"
      aria-label={label}
      aria-invalid={wrong}
      {...(wrong && { status: 'error' as const })}
      value={text}
      maxLength={5}
      style={{ width: 72, textAlign: 'center' }}
      onChange={({ target }) => setText(target.value)}
      onBlur={() => take(text)}
      onPressEnter={() => take(text)}
      onKeyDown={onKey}
    />
  );
}
