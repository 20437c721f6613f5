import { Flex, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/types';
import type { PanelCall } from '../../call-panels';
import { CallOutcome } from '../../data/call-outcome';
import { ownCall } from '../../data/own-call';
import { useTenant } from '../../session/tenant';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { duration, shortMoment } from '../../texts/formats';
import { ProblemAlert } from '../../ui/problem-alert';
import { earlierCalls } from './texts';

type Earlier = Schemas['EarlierCallDto'];

/** The caller's last calls, the latest first, and what colleagues noted about them. */
export function EarlierCalls({ call }: { call: PanelCall }) {
  const t = useTexts(earlierCalls);
  const cameIn = call.direction === 'inbound';
  const { data, error } = useQuery({ ...ownCall(call.uuid), enabled: cameIn && !call.isOver });
  if (!cameIn) return <Typography.Text type="secondary">{t('only_callers')}</Typography.Text>;
  if (error && !data) return <ProblemAlert error={error} />;
  if (!data) return null;
  if (data.earlier.length === 0) return <Typography.Text type="secondary" data-earlier="0">{t('none')}</Typography.Text>;
  return (
    <Flex vertical gap={14} component="ol" style={{ listStyle: 'none', margin: 0, padding: 0 }} data-earlier={data.earlier.length}>
      {data.earlier.map((each) => <EarlierCall key={each.id} call={each} />)}
    </Flex>
  );
}

function EarlierCall({ call }: { call: Earlier }) {
  const t = useTexts(earlierCalls);
  const zone = useTenant().data?.timezone;
  const mayOpen = useMay('calls:read');
  const at = shortMoment(call.started_at, zone);
  const about = [call.queue, call.agent && t('by', { agent: call.agent }), call.talk_seconds && t('talked', { time: duration(call.talk_seconds) })];
  return (
    <li>
      <Flex gap={12} justify="space-between" wrap>
        {mayOpen ? <Link to={'/calls/$id' as string} params={{ id: call.id } as never} className="figures" aria-label={t('open', { date: at })}>{at}</Link> : <span className="figures">{at}</span>}
        <CallOutcome call={call} />
      </Flex>
      <Typography.Text type="secondary" className="figures" style={{ fontSize: 13 }}>{about.filter(Boolean).join(' · ')}</Typography.Text>
      {call.notes.map((note) => <Note key={note.agent} note={note} isNamed={note.agent !== call.agent} />)}
    </li>
  );
}

/** @param isNamed who wrote it is not who the call says served it last */
function Note({ note: { text, agent }, isNamed }: { note: Earlier['notes'][number]; isNamed: boolean }) {
  const t = useTexts(earlierCalls);
  if (text === '') return null;
  return (
    <Typography.Paragraph className="quoted-note" style={{ margin: '4px 0 0' }}>
      {isNamed && <Typography.Text type="secondary" style={{ fontSize: 13 }}>{t('by', { agent })}: </Typography.Text>}
      {text ?? <i>{t('erased')}</i>}
    </Typography.Paragraph>
  );
}
