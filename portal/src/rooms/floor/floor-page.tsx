import { Alert, Flex } from 'antd';
import { connection } from '../../live/connection';
import { useFloor } from '../../live/use-floor';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { duration } from '../../texts/formats';
import { RoomPage } from '../../ui/room-page';
import { useNow } from '../../ui/use-now';
import { Splash } from '../../shell/splash';
import { AgentsNow } from './agents-now';
import { CallsNow } from './calls-now';
import { Figures } from './figures';
import { QueuesNow } from './queues-now';
import { floor } from './texts';

export function FloorPage() {
  const t = useTexts(floor);
  const view = useFloor();
  if (!view) return <Splash />;
  return (
    <RoomPage title={t('title')} about={t('about')}>
      <Stale />
      <Figures view={view} />
      <Flex gap={16} wrap align="flex-start">
        <Flex vertical gap={16} style={{ flex: '3 1 480px', minWidth: 0 }}>
          <QueuesNow view={view} />
          <CallsNow calls={view.calls} />
        </Flex>
        <div style={{ flex: '2 1 340px', minWidth: 0 }}>
          <AgentsNow agents={view.agents} />
        </div>
      </Flex>
    </RoomPage>
  );
}

/** Figures that are not from now say so. */
function Stale() {
  const t = useTexts(floor);
  const now = useNow();
  const state = useStore(connection.state);
  if (state.status !== 'connecting' || state.since === null) return null;
  return <Alert type="warning" showIcon title={t('stale', { ago: duration((now - state.since) / 1000) })} />;
}
