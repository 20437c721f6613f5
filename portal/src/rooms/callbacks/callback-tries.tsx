import { Card, Empty, Table, Typography } from 'antd';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/types';
import { AgentLink } from '../../data/agent-link';
import { useMay } from '../../session/use-may';
import type { StateColour } from '../../theme/theme';
import { useTexts } from '../../texts/define-texts';
import { duration, moment } from '../../texts/formats';
import { StateDot } from '../../ui/state-dot';
import { callbacks } from './texts';

export type CallbackDetails = Schemas['CallbackDetailsDto'];
type Try = CallbackDetails['tries'][number];

const COLOURS: Record<NonNullable<Try['result']>, StateColour> = { reached: 'good', not_reached: 'warn', agent_missed: 'bad', no_line: 'bad', lost: 'bad' };

/** Whose phone rang for the caller, when, and what came of it. */
export function CallbackTries({ callback: { tries }, zone }: { callback: CallbackDetails; zone: string | undefined }) {
  const t = useTexts(callbacks);
  return (
    <Card title={t('tries_title')} styles={{ body: { padding: 0 } }} style={{ overflow: 'hidden' }}>
      <Table<Try>
        rowKey="call_uuid"
        size="middle"
        pagination={false}
        scroll={{ x: 'max-content' }}
        className="figures"
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('tries_none')} /> }}
        dataSource={tries}
        columns={[
          { title: t('try_at'), key: 'at', render: (_, { created_at: at, call_id: id }) => <CallLink id={id}>{moment(at, zone)}</CallLink> },
          { title: t('try_agent'), key: 'agent', render: (_, { agent }) => <AgentLink number={agent} /> },
          { title: t('try_result'), key: 'result', render: (_, { result }) => <Result result={result} /> },
          { title: t('try_lasted'), key: 'lasted', align: 'right', render: (_, { created_at: from, ended_at: to }) => (to === null ? '–' : duration((Date.parse(to) - Date.parse(from)) / 1000)) },
        ]}
        {...(tries.length > 0 && { footer: () => <Typography.Text type="secondary">{t('tries_about')}</Typography.Text> })}
      />
    </Card>
  );
}

/** Whoever may not read calls has the time alone. */
function CallLink({ id, children }: { id: string | null; children: string }) {
  const mayRead = useMay('calls:read');
  return id !== null && mayRead ? <Link to={'/calls/$id' as string} params={{ id } as never}>{children}</Link> : children;
}

function Result({ result }: { result: Try['result'] }) {
  const t = useTexts(callbacks);
  return <StateDot colour={result === null ? 'busy' : COLOURS[result]}>{t(result === null ? 'result_going' : `result_${result}`)}</StateDot>;
}
