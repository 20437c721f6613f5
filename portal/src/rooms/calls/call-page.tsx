import { Card, Descriptions, Flex } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Schemas } from '../../api/types';
import { AgentLink } from '../../data/agent-link';
import { CallOutcome } from '../../data/call-outcome';
import { QueueLink } from '../../data/queue-link';
import { useWrapUpCodeName } from '../../data/wrap-up-codes';
import { CallNotices } from '../../notices/call-notices';
import { CallRecordings } from '../../recording/call-recordings';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { duration, moment } from '../../texts/formats';
import { Loaded } from '../../ui/loaded';
import { RoomPage } from '../../ui/room-page';
import { ScriptPath } from '../../ui/script-path';
import { useNumberText } from '../../ui/use-number-text';
import { CallBack } from './call-back';
import { CallCustomer } from './call-customer';
import { CallCost } from './call-cost';
import { CallLanes } from './call-lanes';
import { CallLegs } from './call-legs';
import { CallSteps } from './call-steps';
import { oneCall } from './calls-queries';
import { secondsBetween } from './story';
import { calls } from './texts';

type Call = Schemas['CallDetailsDto'];

export function CallPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(oneCall(id));
  return <Loaded query={query}>{(call) => <CallView call={call} />}</Loaded>;
}

function CallView({ call }: { call: Call }) {
  const [t, shown] = [useTexts(calls), useNumberText()];
  const zone = useTenant().data?.timezone;
  const [mayHear, maySeeCost] = [useMay('recordings:read'), useMay('usage:read')];
  const title = t(`call_${call.direction as 'inbound'}`, { from: shown(call.from_number), to: shown(call.to_number) });
  return (
    <RoomPage title={title} about={moment(call.started_at, zone)} actions={<CallBack call={call} />}>
      <Facts call={call} zone={zone} />
      <Card title={t('story')}>
        <Flex vertical gap={24}>
          <CallLanes call={call} />
          <CallSteps call={call} zone={zone} />
        </Flex>
      </Card>
      <CallNotices callId={call.id} zone={zone} />
      {mayHear && <CallRecordings callId={call.id} zone={zone} />}
      {maySeeCost && <CallCost callId={call.id} />}
      <CallLegs legs={call.legs} zone={zone} />
    </RoomPage>
  );
}

function Facts({ call, zone }: { call: Call; zone: string | undefined }) {
  const [t, shown, codeName] = [useTexts(calls), useNumberText(), useWrapUpCodeName()];
  const seconds = (value: number | null) => (value === null ? '–' : duration(value));
  const length = secondsBetween(call.started_at, call.ended_at);
  return (
    <Card title={t('facts')}>
      <Descriptions
        className="figures"
        column={{ xs: 1, sm: 2, lg: 4 }}
        items={[
          { key: 'direction', label: t('direction'), children: t(`direction_${call.direction as 'inbound'}`) },
          { key: 'from', label: t('from'), children: shown(call.from_number) },
          { key: 'customer', label: t('customer'), children: <CallCustomer call={call} /> },
          { key: 'to', label: t('to'), children: shown(call.to_number) },
          { key: 'outcome', label: t('outcome'), children: <CallOutcome call={call} /> },
          { key: 'queue', label: t('queue'), children: <QueueLink name={call.queue} /> },
          { key: 'agent', label: t('agent'), children: <AgentLink number={call.agent} /> },
          { key: 'code', label: t('wrap_up_code'), children: call.wrap_up_codes.map(codeName).join(', ') || '–' },
          { key: 'wait', label: t('wait'), children: seconds(call.wait_seconds) },
          { key: 'talk', label: t('talk'), children: seconds(call.talk_seconds) },
          { key: 'began', label: t('began'), children: moment(call.started_at, zone) },
          { key: 'ended', label: t('ended'), children: call.ended_at === null ? '–' : moment(call.ended_at, zone) },
          { key: 'lasted', label: t('lasted'), children: length === null ? '–' : duration(length) },
          { key: 'ended_by', label: t('ended_by'), children: call.ended_by === null ? '–' : t(`ended_by_${call.ended_by as 'caller'}`) },
          ...(call.script_steps.length > 0 ? [{ key: 'script', label: t('script'), span: 'filled' as const, children: <ScriptPath steps={call.script_steps} /> }] : []),
          ...call.survey_answers.map(({ question, score }) => ({ key: `survey-${question}`, label: `${t('survey')}: ${question}`, children: score })),
        ]}
      />
    </Card>
  );
}
