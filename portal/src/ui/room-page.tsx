import { Flex, Typography } from 'antd';
import type { ReactNode } from 'react';

interface RoomPageProps {
  title: ReactNode;
  /** One sentence on what the room is for. */
  about?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of a room's page: what it is, what can be done, and then the thing itself. */
export function RoomPage({ title, about, actions, children }: RoomPageProps) {
  return (
    <Flex vertical gap={16}>
      <Flex align="flex-end" justify="space-between" gap={12} wrap>
        <div style={{ flex: '1 1 320px', minWidth: 0 }}>
          <Typography.Title level={1} style={{ fontSize: 24, margin: 0 }}>{title}</Typography.Title>
          {about && <Typography.Text type="secondary">{about}</Typography.Text>}
        </div>
        {actions && <Flex gap={8} wrap>{actions}</Flex>}
      </Flex>
      {children}
    </Flex>
  );
}
