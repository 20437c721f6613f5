import './text-area.css';
import type { ComponentProps, CSSProperties } from 'react';

/** Many lines of text. The browser's own, as antd's weighs more than all of a note's page. */
export function TextArea({ rows = 2, ...props }: Omit<ComponentProps<'textarea'>, 'className' | 'style'>) {
  return <textarea {...props} rows={rows} className="text-area" style={{ '--rows': rows } as CSSProperties} />;
}
