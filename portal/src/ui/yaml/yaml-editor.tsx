import { type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import { YamlLines } from './yaml-lines';

export interface YamlEditorHandle {
  /** Puts the caret there. Both count from 1. */
  goTo(line: number, column: number): void;
}

interface YamlEditorProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  badLines: readonly number[];
  /** The id of what tells what is wrong. */
  describedBy?: string;
  handle?: Ref<YamlEditorHandle>;
}

/** YAML to write: the coloured lines below, a transparent field above them. */
export function YamlEditor({ label, value, onChange, badLines, describedBy, handle }: YamlEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const bad = useMemo(() => new Set(badLines), [badLines]);
  useImperativeHandle(handle, () => ({
    goTo: (line, column) => {
      const at = offsetOf(value, line, column);
      field.current?.focus();
      field.current?.setSelectionRange(at, endOfLine(value, at));
    },
  }), [value]);
  return (
    <YamlLines text={value} bad={bad} maxHeight="70vh" minHeight={240}>
      <textarea
        ref={field}
        aria-label={label}
        aria-invalid={bad.size > 0}
        aria-describedby={describedBy}
        wrap="off"
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </YamlLines>
  );
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
