import { ExperimentOutlined } from '@ant-design/icons';
import { theme } from 'antd';
import type { ReactNode } from 'react';

/** What is for tries, not for callers: readable in light and dark, where antd's coloured tags are not. */
export function TestTag({ children }: { children: ReactNode }) {
  const { token } = theme.useToken();
  return (
    <span
      className="figures"
      style={{ padding: '0 8px', border: `1px solid ${token.purple6}`, borderRadius: token.borderRadiusSM, background: token.purple1, color: token.colorText, fontSize: 12, fontWeight: 'normal', lineHeight: '20px' }}
    >
      <ExperimentOutlined aria-hidden /> {children}
    </span>
  );
}
