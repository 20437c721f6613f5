import { Flex } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { moment } from '../../texts/formats';
import { AskButton } from '../../ui/ask-button';
import { browserName } from '../../ui/browser-name';
import { ListTable } from '../../ui/list-table';
import { StateDot } from '../../ui/state-dot';
import { users } from './texts';
import { sessionsOf } from './users-queries';

type Session = Schemas['SessionDto'];

/** Where somebody is signed in; each can be ended. */
export function UserSessions({ id }: { id: string }) {
  const t = useTexts(users);
  const mayWrite = useMay('users:write');
  const zone = useTenant().data?.timezone;
  const query = useQuery(sessionsOf(id));
  const end = (session: string) => answerOf(api.DELETE('/v1/users/{id}/sessions/{session}', { params: { path: { id, session } } }));
  const endAll = () => answerOf(api.DELETE('/v1/users/{id}/sessions', { params: { path: { id } } }));
  return (
    <ListTable<Session>
      query={query}
      rows={query.data}
      empty={t('no_sessions')}
      title={() => (
        <Flex justify="space-between" align="center" gap={8} wrap>
          <b>{t('sessions')}</b>
          {mayWrite && (query.data?.length ?? 0) > 0 && <AskButton size="small" danger question={t('end_all_question')} act={endAll}>{t('end_all')}</AskButton>}
        </Flex>
      )}
      columns={[
        { title: t('browser'), key: 'browser', render: (_, { user_agent: agent }) => <span title={agent}>{browserName(agent)}</span> },
        { title: t('address'), dataIndex: 'address', className: 'figures' },
        { title: t('since'), key: 'since', render: (_, { created_at: at }) => moment(at, zone) },
        { title: t('last_seen'), key: 'last_seen', render: (_, { last_seen_at: at }) => moment(at, zone) },
        { title: t('until'), key: 'until', render: (_, { expires_at: at }) => moment(at, zone) },
        {
          key: 'end',
          align: 'right',
          render: (_, { id: session, current }) => {
            if (current) return <StateDot colour="good">{t('current')}</StateDot>;
            return mayWrite && <AskButton size="small" question={t('end_question')} act={() => end(session)}>{t('end')}</AskButton>;
          },
        },
      ]}
    />
  );
}
