import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Select, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schemas } from '../../api/types';
import { allCalendars } from '../../data/calendars';
import { allNumbers } from '../../data/numbers';
import { OpenNow } from '../../data/open-now';
import { allQueues } from '../../data/queues';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { day } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { pagesOf } from '../../ui/pages-of';
import { RoomPage } from '../../ui/room-page';
import { SearchBox } from '../../ui/search-box';
import { useFilters } from '../../ui/search-params';
import { EmergencyCard, EmergencySwitch } from './emergency-switch';
import { Named } from './named';
import { NewNumberDrawer } from './new-number-drawer';
import { TestNumber } from './test-number';
import { numbers } from './texts';

type PhoneNumber = Schemas['NumberDto'];

interface Filters extends Record<string, string | undefined> {
  search?: string;
  /** A name, as people write it. */
  queue?: string;
}

export function NumbersPage() {
  const t = useTexts(numbers);
  const zone = useTenant().data?.timezone;
  const mayWrite = useMay('numbers:write');
  const query = useQuery(allNumbers);
  const { data: queues = [] } = useQuery({ ...allQueues, enabled: useMay('queues:read') });
  const { data: calendars = [] } = useQuery(allCalendars);
  const [filters, change] = useFilters<Filters>();
  const [creating, setCreating] = useState(false);
  const queueOf = ({ queue_id: id }: PhoneNumber) => queues.find((queue) => queue.id === id);
  const rows = query.data?.filter((row) => row.number.includes(filters.search ?? '') && (!filters.queue || queueOf(row)?.name === filters.queue));
  const actions = (
    <>
      <EmergencySwitch />
      {mayWrite && <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>{t('new')}</Button>}
    </>
  );
  return (
    <RoomPage title={t('title')} about={t('about')} actions={actions}>
      <EmergencyCard />
      <Flex gap={8} wrap role="search">
        <SearchBox label={t('search')} value={filters.search} onChange={(text) => change({ search: text.trim() })} />
        <Select
          allowClear
          showSearch
          style={{ width: 180, maxWidth: '100%' }}
          placeholder={t('all_queues')}
          aria-label={t('queue')}
          value={filters.queue || null}
          onChange={(queue) => change({ queue: queue ?? '' })}
          options={queues.map(({ name }) => ({ value: name, label: name }))}
        />
      </Flex>
      <ListTable<PhoneNumber>
        className="figures"
        query={query}
        rows={rows}
        isNarrowed={Object.values(filters).some(Boolean)}
        empty={mayWrite && t('empty')}
        pagination={pagesOf()}
        columns={[
          {
            title: t('number'),
            key: 'number',
            sorter: (a, b) => a.number.localeCompare(b.number),
            render: (_, { id, number, tests_draft: tests }) => (
              <Flex gap="0 8px" wrap><Link to={'/numbers/$id' as string} params={{ id } as never}>{number}</Link>{tests && <TestNumber />}</Flex>
            ),
          },
          { title: t('queue'), key: 'queue', render: (_, row) => <Named path="/queues/$id" of={queueOf(row)} /> },
          {
            title: t('calendar'),
            key: 'calendar',
            render: (_, { calendar_id: id }) => {
              const calendar = calendars.find((each) => each.id === id);
              if (id === null) return <Typography.Text type="secondary">{t('always_open')}</Typography.Text>;
              return <Flex gap={12} wrap><Named path="/calendars/$id" of={calendar} />{calendar && zone && <OpenNow hours={calendar.hours} zone={zone} />}</Flex>;
            },
          },
          { title: t('greeting'), key: 'greeting', render: (_, { greeting }) => greeting ?? '–' },
          { title: t('closed'), key: 'closed', render: (_, { closed }) => closed ?? '–' },
          { title: t('ivr'), key: 'ivr', render: (_, row) => <Scripts of={row} /> },
          { title: t('leased_from'), key: 'leased_from', render: (_, { leased_from: at }) => day(at, zone) },
        ]}
      />
      <NewNumberDrawer open={creating} onClose={() => setCreating(false)} />
    </RoomPage>
  );
}

function Scripts({ of: { ivr, scripts_by_hours: byHours } }: { of: PhoneNumber }) {
  const t = useTexts(numbers);
  const names = [...new Set(byHours.map((entry) => entry.ivr))].join(', ');
  return (
    <>
      {ivr ?? (names === '' ? '–' : t('straight'))}
      {names !== '' && <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12, overflowWrap: 'anywhere' }}>{t('by_hours_names', { names })}</Typography.Text>}
    </>
  );
}
