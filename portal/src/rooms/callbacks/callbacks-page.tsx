import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { QueueLink } from '../../data/queue-link';
import { useTenant } from '../../session/tenant';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { ListTable } from '../../ui/list-table';
import { usePaged } from '../../ui/paged';
import { RoomPage } from '../../ui/room-page';
import { useFilters } from '../../ui/search-params';
import { ui } from '../../ui/texts';
import { useNumberText } from '../../ui/use-number-text';
import { BookDrawer } from './book-drawer';
import { CallOff } from './call-off';
import { CallbackState, NextTry, Place, Promised } from './callback-state';
import { CallbacksFilters } from './callbacks-filters';
import { type Callback, callbacksQuery, type CallbacksSearch, EACH_MS, isOpen } from './callbacks-queries';
import { callbacks } from './texts';

export function CallbacksPage() {
  const [t, words, shown] = [useTexts(callbacks), useTexts(ui), useNumberText()];
  const zone = useTenant().data?.timezone;
  const mayWrite = useMay('callbacks:write');
  const [search, setFilters] = useFilters<CallbacksSearch>();
  const [booking, setBooking] = useState(false);
  // the pages of another search are others
  const change = (next: CallbacksSearch) => setFilters({ ...next, after: undefined, before: undefined });
  const asked = callbacksQuery(search);
  const list = usePaged<Callback>(
    ['callbacks', asked],
    (page, signal) => answerOf(api.GET('/v1/callbacks', { params: { query: { ...asked, ...page } }, signal })),
    EACH_MS,
  );
  const book = mayWrite && <Button type="primary" icon={<PlusOutlined />} onClick={() => setBooking(true)}>{t('book')}</Button>;
  return (
    <RoomPage title={t('title')} about={t('about')} actions={book}>
      <CallbacksFilters search={search} zone={zone} change={change} />
      <ListTable<Callback>
        query={list.query}
        rows={list.rows}
        isNarrowed={Object.keys(asked).length > 0}
        empty={mayWrite ? t('empty') : t('empty_read')}
        className="figures"
        columns={[
          { title: t('caller'), key: 'number', render: (_, { id, number }) => <Link to={'/callbacks/$id' as string} params={{ id } as never}>{shown(number)}</Link> },
          { title: t('queue'), key: 'queue', render: (_, { queue }) => <QueueLink name={queue} /> },
          { title: t('state'), key: 'state', render: (_, { state }) => <CallbackState state={state} /> },
          { title: t('waits_since'), key: 'place', render: (_, callback) => <Place callback={callback} zone={zone} /> },
          { title: t('promised_by'), key: 'promised', render: (_, callback) => <Promised callback={callback} zone={zone} /> },
          { title: t('tries'), key: 'tries', render: (_, { attempts, most_attempts: most }) => t('tries_of', { count: attempts, most }) },
          { title: t('next'), key: 'next', render: (_, callback) => <NextTry callback={callback} zone={zone} /> },
          ...(mayWrite ? [{ title: words('actions'), key: 'act', align: 'right' as const, render: (_: unknown, callback: Callback) => isOpen(callback) && <CallOff small callback={callback} /> }] : []),
        ]}
      />
      {list.pager}
      <BookDrawer open={booking} onClose={() => setBooking(false)} zone={zone} />
    </RoomPage>
  );
}
