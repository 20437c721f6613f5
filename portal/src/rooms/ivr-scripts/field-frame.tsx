import { Form } from 'antd';
import type { ReactNode } from 'react';

interface FieldFrameProps {
  /** Of the input within. */
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[];
  children: ReactNode;
}

/** A field with its name above, and what is wrong with it below. */
export function FieldFrame({ id, label, hint, errors = [], children }: FieldFrameProps) {
  const bad = errors.length > 0 && { validateStatus: 'error' as const, help: errors.join('; ') };
  return (
    <Form.Item
      layout="vertical"
      label={label}
      {...(id !== undefined && { htmlFor: id })}
      {...(hint !== undefined && { extra: hint })}
      {...bad}
      style={{ marginBottom: 16 }}
    >
      {children}
    </Form.Item>
  );
}
