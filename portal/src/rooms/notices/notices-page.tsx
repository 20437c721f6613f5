import { Button, Card, Flex } from 'antd';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client';
import { NoticeState, NoticeText } from '../../notices/notice-parts';
import { CHANNELS, type Notice, noticesQuery, type NoticesSearch, STATES } from '../../notices/notices-queries';
import { notices } from '../../notices/texts';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { shortMoment } from '../../texts/formats';
import { FilterChoice } from '../../ui/filter-choice';
import { ListTable } from '../../ui/list-table';
import { usePaged } from '../../ui/paged';
import { RoomPage } from '../../ui/room-page';
import { useFilters } from '../../ui/search-params';
import { useNumberText } from '../../ui/use-number-text';

/** What is to be sent is sent meanwhile. */
const EACH_MS = 10_000;

export function NoticesPage() {
  const [t, shown] = [useTexts(notices), useNumberText()];
  const zone = useTenant().data?.timezone;
  const [search, setFilters] = useFilters<NoticesSearch>();
  // the pages of another search are others
  const change = (next: NoticesSearch) => setFilters({ ...next, after: undefined, before: undefined });
  const asked = noticesQuery(search);
  const list = usePaged<Notice>(
    ['notices', asked],
    (page, signal) => answerOf(api.GET('/v1/notices', { params: { query: { ...asked, ...page } }, signal })),
    EACH_MS,
  );
  return (
    <RoomPage title={t('title')} about={t('about')}>
      <Filters search={search} change={change} />
      <ListTable<Notice>
        query={list.query}
        rows={list.rows}
        isNarrowed={Object.keys(asked).length > 0}
        empty={t('empty')}
        columns={[
          { title: t('at'), key: 'at', className: 'figures', render: (_, { created_at: at }) => shortMoment(at, zone) },
          { title: t('channel'), key: 'channel', render: (_, { channel }) => t(`channel_${channel}`) },
          { title: t('recipient'), key: 'recipient', className: 'figures', render: (_, { recipient }) => shown(recipient) },
          { title: t('says'), key: 'says', render: (_, notice) => <NoticeText notice={notice} /> },
          { title: t('state'), key: 'state', render: (_, notice) => <NoticeState notice={notice} zone={zone} /> },
          { title: t('call'), key: 'call', render: (_, { call_id: id }) => (id === null ? '–' : <Link to={'/calls/$id' as string} params={{ id } as never}>{t('see_call')}</Link>) },
        ]}
      />
      {list.pager}
    </RoomPage>
  );
}

function Filters({ search: { channel, state }, change }: { search: NoticesSearch; change: (change: NoticesSearch) => void }) {
  const t = useTexts(notices);
  return (
    <Card styles={{ body: { padding: 12 } }} role="search">
      <Flex gap={8} wrap align="center">
        <FilterChoice label={t('channel')} value={channel} onChange={(chosen) => change({ channel: chosen })} options={CHANNELS.map((value) => ({ value, label: t(`channel_${value}`) }))} />
        <FilterChoice label={t('state')} value={state} onChange={(chosen) => change({ state: chosen })} options={STATES.map((value) => ({ value, label: t(`state_${value}`) }))} />
        {(channel || state) && <Button type="link" size="small" onClick={() => change({ channel: '', state: '' })}>{t('clear')}</Button>}
      </Flex>
    </Card>
  );
}
