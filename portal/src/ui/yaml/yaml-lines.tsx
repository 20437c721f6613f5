import { theme } from 'antd';
import { memo, type ReactNode } from 'react';
import { partsOf } from './yaml-parts';
import './yaml.css';

interface YamlLinesProps {
  text: string;
  /** Where nothing lies over the lines: what they are, so that they can be scrolled by the keyboard. */
  label?: string;
  /** Lines, counted from 1, to point at. */
  bad?: ReadonlySet<number>;
  maxHeight?: number | string;
  minHeight?: number;
  /** What lies over the lines. */
  children?: ReactNode;
}

/** Numbered lines of YAML, in colours. */
export function YamlLines({ text, label, bad, maxHeight, minHeight, children }: YamlLinesProps) {
  const { token } = theme.useToken();
  const lines = text.split('\n');
  return (
    <div
      className="yaml"
      {...(label !== undefined && { role: 'region', 'aria-label': label, tabIndex: 0 })}
      style={{ maxHeight, minHeight, background: token.colorBgContainer, color: token.colorText }}
    >
      <div className="yaml-gutter figures" aria-hidden>
        {lines.map((_, index) => <div key={index} data-bad={bad?.has(index + 1) || undefined}>{index + 1}</div>)}
      </div>
      <div className="yaml-body">
        <pre aria-hidden={children !== undefined}>
          {lines.map((line, index) => <Line key={index} line={line} bad={bad?.has(index + 1) ?? false} />)}
        </pre>
        {children}
      </div>
    </div>
  );
}

const Line = memo(function Line({ line, bad }: { line: string; bad: boolean }) {
  return (
    <div data-bad={bad || undefined}>
      {partsOf(line).map(({ kind, text }, index) => (kind === 'plain' ? text : <span key={index} className={`yaml-${kind}`}>{text}</span>))}
    </div>
  );
});
