import { Card, Flex, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/types';
import { allSeats } from '../../data/seats';
import { agentNow, agentStateOf, agentStateSince } from '../../live/agent-state';
import { AgentStateDot } from '../../live/agent-state-dot';
import { Since } from '../../live/since';
import { useFloor } from '../../live/use-floor';
import { useMay } from '../../session/use-may';
import { SetStatus } from '../../staffing/set-status';
import { useTexts } from '../../texts/define-texts';
import { agents } from './texts';

type Agent = Schemas['AgentDto'];

/** What the agent does now, and what somebody else may have the agent do. */
export function AgentStatus({ agent }: { agent: Agent }) {
  const t = useTexts(agents);
  const maySet = useMay('agents:status');
  const known = agentNow(agent, useFloor()?.agents.get(agent.number));
  return (
    <Card title={t('status')}>
      <Flex gap={16} wrap align="center">
        <Flex gap={12} align="center" style={{ minWidth: 200 }}>
          <AgentStateDot state={agentStateOf(known)} />
          <Typography.Text type="secondary" className="figures"><Since at={agentStateSince(known)} /></Typography.Text>
          <SitsAt agent={agent} />
        </Flex>
        {maySet && <SetStatus agent={{ ...agent, status: known.status }} />}
      </Flex>
      {maySet && <Typography.Paragraph type="secondary" style={{ fontSize: 12, margin: '12px 0 0' }}>{t('status_hint')}</Typography.Paragraph>}
    </Card>
  );
}

function SitsAt({ agent: { signed_in_seat_id: seatId } }: { agent: Agent }) {
  const t = useTexts(agents);
  const { data } = useQuery({ ...allSeats, enabled: useMay('seats:read') && seatId !== null });
  const extension = data?.find(({ id }) => id === seatId)?.extension;
  return extension === undefined ? null : <Typography.Text type="secondary">{t('sits_at', { extension })}</Typography.Text>;
}
