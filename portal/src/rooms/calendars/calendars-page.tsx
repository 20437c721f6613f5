import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { allCalendars } from '../../data/calendars';
import { allNumbers } from '../../data/numbers';
import { OpenNow } from '../../data/open-now';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { ListTable } from '../../ui/list-table';
import { ObjectDrawer } from '../../ui/object-drawer';
import { RoomPage } from '../../ui/room-page';
import { SearchBox } from '../../ui/search-box';
import { ui } from '../../ui/texts';
import { NameField } from './name-field';
import { calendars } from './texts';
import { PRESETS, weekOf } from './week';
import { WeekGlance } from './week-view';

type Calendar = Schemas['CalendarDto'];

export function CalendarsPage() {
  const t = useTexts(calendars);
  const zone = useTenant().data?.timezone;
  const mayWrite = useMay('numbers:write');
  const query = useQuery(allCalendars);
  const { data: numbers = [] } = useQuery(allNumbers);
  const [search, setSearch] = useState('');
  const [creating, setCreating] = useState(false);
  const rows = query.data?.filter(({ name }) => name.includes(search.toLowerCase()));
  const create = mayWrite && <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>{t('new')}</Button>;
  return (
    <RoomPage title={t('title')} about={zone ? `${t('about')} ${t('zone', { zone })}` : t('about')} actions={create}>
      <div role="search">
        <SearchBox label={t('search')} onChange={setSearch} />
      </div>
      <ListTable<Calendar>
        query={query}
        rows={rows}
        isNarrowed={search !== ''}
        empty={mayWrite && t('empty')}
        columns={[
          { title: t('name'), key: 'name', sorter: (a, b) => a.name.localeCompare(b.name), render: (_, { id, name }) => <Link to={'/calendars/$id' as string} params={{ id } as never}>{name}</Link> },
          { title: t('state'), key: 'state', render: (_, { hours }) => zone && <OpenNow hours={hours} zone={zone} /> },
          { title: t('week'), key: 'week', render: (_, { hours }) => <WeekGlance week={weekOf(hours.week)} /> },
          { title: t('holidays'), key: 'holidays', render: (_, { hours }) => t('holidays_count', { count: hours.holidays?.length ?? 0 }) },
          { title: t('numbers'), key: 'numbers', render: (_, { id }) => <NumberLinks of={numbers.filter(({ calendar_id: each }) => each === id)} /> },
        ]}
      />
      <NewCalendarDrawer open={creating} onClose={() => setCreating(false)} />
    </RoomPage>
  );
}

export function NumberLinks({ of }: { of: Schemas['NumberDto'][] }) {
  if (of.length === 0) return <>–</>;
  return (
    <Flex gap={8} wrap style={{ maxWidth: 320 }}>
      {of.map(({ id, number }) => <Link key={id} className="figures" to={'/numbers/$id' as string} params={{ id } as never}>{number}</Link>)}
    </Flex>
  );
}

/** The name alone: the hours begin as those of an office, and are changed on their page. */
function NewCalendarDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [t, words] = [useTexts(calendars), useTexts(ui)];
  const navigate = useNavigate();
  const create = async ({ name }: { name: string }) => {
    const { id } = await answerOf(api.POST('/v1/calendars', { body: { name, hours: { week: PRESETS.office, holidays: [] } } }));
    await navigate({ to: '/calendars/$id' as string, params: { id } as never });
  };
  return (
    <ObjectDrawer<{ name: string }> title={t('new')} open={open} onClose={onClose} action={words('create')} initial={{}} save={create}>
      {() => <NameField />}
    </ObjectDrawer>
  );
}
