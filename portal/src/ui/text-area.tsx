import './text-area.css';
import type { ComponentProps } from 'react';

/** Many lines of text. The browser's own, as antd's weighs more than all of a note's page. */
export function TextArea(props: Omit<ComponentProps<'textarea'>, 'className'>) {
  return <textarea {...props} className="text-area" />;
}
