import { Flex, Typography } from 'antd';
import { useRouterState } from '@tanstack/react-router';
import { useStore } from '../state/store';
import { useTexts } from '../texts/define-texts';
import { Pane } from '../ui/pane';
import { CallButtons } from './call-buttons';
import { softphone } from './page-phone';
import { phone } from './texts';

/** The page's phone, wherever one is while it rings or a call goes on. */
export function PhoneDock() {
  const t = useTexts(phone);
  const calls = useStore(softphone.calls);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // the desktop shows them in full
  if (path === '/desktop') return null;
  return (
    <Flex vertical gap={8} role="region" aria-label={t('phone')} style={{ position: 'fixed', insetInlineEnd: 16, bottom: 16, zIndex: 30, maxWidth: 'calc(100vw - 32px)' }}>
      {calls.map((line) => (
        <Pane key={line.id} small title={t(line.state)} style={{ boxShadow: '0 6px 24px rgba(0, 0, 0, 0.2)' }}>
          <Flex vertical gap={8}>
            <Typography.Text strong className="figures">{line.party}</Typography.Text>
            <CallButtons line={line} />
          </Flex>
        </Pane>
      ))}
    </Flex>
  );
}
