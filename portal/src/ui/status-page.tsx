import { CheckCircleOutlined, InfoCircleOutlined, LockOutlined, QuestionCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Flex, theme, Typography } from 'antd';
import type { ReactNode } from 'react';

const ICONS = {
  info: InfoCircleOutlined,
  success: CheckCircleOutlined,
  warning: WarningOutlined,
  closed: LockOutlined,
  nothing: QuestionCircleOutlined,
} as const;

interface StatusPageProps {
  status: keyof typeof ICONS;
  title: ReactNode;
  hint?: ReactNode;
  action?: ReactNode;
}

/** What stands where a room cannot: what is the matter, and what can be done. */
export function StatusPage({ status, title, hint, action }: StatusPageProps) {
  const { token } = theme.useToken();
  const Icon = ICONS[status];
  return (
    <Flex vertical align="center" gap={12} style={{ padding: '64px 24px', textAlign: 'center' }}>
      <Icon style={{ fontSize: 56, color: status === 'warning' ? token.colorWarning : token.colorTextDescription }} />
      <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>{title}</Typography.Title>
      {hint && <Typography.Text type="secondary" style={{ maxWidth: 520 }}>{hint}</Typography.Text>}
      {action && <div style={{ marginTop: 8 }}>{action}</div>}
    </Flex>
  );
}
