import { Alert, Flex } from 'antd';
import { connection } from '../../live/connection';
import { useTeamChoice } from '../../live/team-choice';
import { TeamSelect } from '../../live/team-select';
import { type LiveFloor, useLiveFloor } from '../../live/use-floor';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { duration } from '../../texts/formats';
import { RoomPage } from '../../ui/room-page';
import { useNow } from '../../ui/use-now';
import { Splash } from '../../shell/splash';
import { AgentsNow } from './agents-now';
import { Alarms } from './alarms';
import { CallsNow } from './calls-now';
import { Figures } from './figures';
import { useIsThere } from './floor-parts';
import { HandsNow } from './hands-now';
import { QueuesNow } from './queues-now';
import { floor as texts } from './texts';

export function FloorPage() {
  const floor = useLiveFloor();
  return useIsThere(floor) ? <Floor floor={floor} /> : <Splash />;
}

function Floor({ floor }: { floor: LiveFloor }) {
  const t = useTexts(texts);
  const choice = useTeamChoice();
  const { filter: team } = choice;
  return (
    <RoomPage title={t('title')} about={team ? t('about_teams') : t('about')} actions={<TeamSelect choice={choice} />}>
      <Stale />
      <Alarms floor={floor} />
      <HandsNow floor={floor} />
      <Figures floor={floor} team={team} />
      <Flex gap={16} wrap align="flex-start">
        <Flex vertical gap={16} style={{ flex: '8 1 620px', minWidth: 0 }}>
          <QueuesNow floor={floor} />
          <CallsNow floor={floor} team={team} />
        </Flex>
        <div style={{ flex: '1 1 400px', minWidth: 0 }}>
          <AgentsNow floor={floor} team={team} />
        </div>
      </Flex>
    </RoomPage>
  );
}

/** Figures that are not from now say so. */
function Stale() {
  const state = useStore(connection.state);
  return state.status === 'connecting' && state.since !== null ? <StaleSince since={state.since} /> : null;
}

function StaleSince({ since }: { since: number }) {
  const t = useTexts(texts);
  return <Alert type="warning" showIcon title={t('stale', { ago: duration((useNow() - since) / 1000) })} />;
}
