import { Flex, Typography } from 'antd';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { moment } from '../../texts/formats';
import { AskButton } from '../../ui/ask-button';
import { ListTable } from '../../ui/list-table';
import { usePaged } from '../../ui/paged';
import { RoomPage } from '../../ui/room-page';
import { StateDot } from '../../ui/state-dot';
import { grants } from './texts';

type Grant = Schemas['AccessGrantDto'];

export function GrantsPage() {
  const t = useTexts(grants);
  const zone = useTenant().data?.timezone;
  const mayEnd = useMay('access-grants:end');
  const mayReadLog = useMay('audit:read');
  const { query, rows, pager } = usePaged<Grant>(['access-grants'], (page, signal) =>
    answerOf(api.GET('/v1/access-grants', { params: { query: page }, signal })),
  );
  // states are those of the moment at which the list was read
  const now = query.dataUpdatedAt;
  const end = (id: string) => answerOf(api.DELETE('/v1/access-grants/{id}', { params: { path: { id } } }));
  return (
    <RoomPage title={t('title')} about={t('about')}>
      <ListTable<Grant>
        query={query}
        rows={rows}
        empty={t('empty')}
        columns={[
          { title: t('who'), key: 'who', render: (_, { staff_name: name }) => <b>{name}</b> },
          { title: t('why'), key: 'why', render: (_, { reason }) => <div style={{ maxWidth: 420, minWidth: 160, whiteSpace: 'normal' }}>{reason}</div> },
          { title: t('state'), key: 'state', render: (_, grant) => <State of={grant} now={now} /> },
          { title: t('since'), key: 'since', render: (_, { created_at: at }) => moment(at, zone) },
          { title: t('until'), key: 'until', render: (_, { expires_at: at }) => moment(at, zone) },
          {
            key: 'actions',
            align: 'right',
            render: (_, grant) => (
              <Flex gap={8} justify="flex-end" align="center">
                {mayReadLog && <Link to={'/audit' as string} search={{ actor_id: grant.staff_id } as never}>{t('did')}</Link>}
                {mayEnd && isOpen(grant, now) && (
                  <AskButton size="small" danger question={t('end_question', { name: grant.staff_name })} act={() => end(grant.id)}>{t('end')}</AskButton>
                )}
              </Flex>
            ),
          },
        ]}
      />
      {pager}
    </RoomPage>
  );
}

function isOpen({ ended_at: ended, expires_at: expires }: Grant, now: number): boolean {
  return ended === null && Date.parse(expires) > now;
}

function State({ of, now }: { of: Grant; now: number }) {
  const t = useTexts(grants);
  const zone = useTenant().data?.timezone;
  if (of.ended_at === null) return isOpen(of, now) ? <StateDot colour="warn">{t('open')}</StateDot> : <StateDot colour="idle">{t('over')}</StateDot>;
  return (
    <>
      <StateDot colour="idle">{t('ended')}</StateDot>
      <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>{t('ended_by', { name: of.ended_by, at: moment(of.ended_at, zone) })}</Typography.Text>
    </>
  );
}
