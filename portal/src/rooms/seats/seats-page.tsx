import { KeyOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Flex, Select, Typography } from 'antd';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { day, integer } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { pagesOf } from '../../ui/pages-of';
import { RoomPage } from '../../ui/room-page';
import { SearchBox } from '../../ui/search-box';
import { useFilters } from '../../ui/search-params';
import { StateDot } from '../../ui/state-dot';
import { ui } from '../../ui/texts';
import { CredentialsModal } from './credentials-modal';
import { NewSeatsDrawer } from './new-seats-drawer';
import { SeatHolder } from './seat-holder';
import { SEAT_COLOURS, SEAT_STATES } from './seat-state';
import { seats } from './texts';
import { type SeatRow, useSeatRows } from './use-seat-rows';

interface Filters extends Record<string, string | undefined> {
  search?: string;
  state?: string;
}

export function SeatsPage() {
  const t = useTexts(seats);
  const tenant = useTenant().data;
  const mayWrite = useMay('seats:write');
  const { query, rows } = useSeatRows();
  const [filters, change] = useFilters<Filters>();
  const [creating, setCreating] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  const shown = rows?.filter((row) => fits(row, filters));
  const actions = mayWrite && (
    <>
      <BulkCredentials chosen={(rows ?? []).filter(({ id }) => chosen.includes(id))} onDone={() => setChosen([])} />
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>{t('new')}</Button>
    </>
  );
  return (
    <RoomPage title={t('title')} about={t('about')} actions={actions}>
      <Flex gap={8} wrap align="center" role="search">
        <SearchBox label={t('search')} value={filters.search} onChange={(text) => change({ search: text })} />
        <Select
          allowClear
          style={{ width: 220, maxWidth: '100%' }}
          placeholder={t('all_states')}
          aria-label={t('state')}
          value={filters.state || null}
          onChange={(state) => change({ state: state ?? '' })}
          options={SEAT_STATES.map((value) => ({ value, label: `${t(`state_${value}`)} (${(rows ?? []).filter(({ state }) => state === value).length})` }))}
        />
        {mayWrite && shown && shown.length > 0 && <Button type="link" onClick={() => setChosen(shown.map(({ id }) => id))}>{t('choose_shown', { count: shown.length })}</Button>}
        {tenant && rows && <Typography.Text type="secondary" className="figures">{t('leased_of', { used: integer(rows.length), limit: integer(tenant.seat_limit) })}</Typography.Text>}
      </Flex>
      <ListTable<SeatRow>
        className="figures"
        query={query}
        rows={shown}
        isNarrowed={Object.values(filters).some(Boolean)}
        empty={mayWrite && t('empty')}
        pagination={pagesOf()}
        {...(mayWrite && { rowSelection: { hideSelectAll: true, selectedRowKeys: chosen, preserveSelectedRowKeys: true, onChange: (keys) => setChosen(keys.map(String)) } })}
        columns={[
          {
            title: t('extension'),
            key: 'extension',
            sorter: (a, b) => Number(a.seat.extension) - Number(b.seat.extension),
            render: (_, { id, seat }) => <Link to={'/seats/$id' as string} params={{ id } as never}>{seat.extension}</Link>,
          },
          { title: t('state'), key: 'state', render: (_, { state }) => <StateDot colour={SEAT_COLOURS[state]}>{t(`state_${state}`)}</StateDot> },
          { title: t('agent'), key: 'agent', render: (_, row) => <SeatHolder row={row} /> },
          {
            title: t('caller_number'),
            key: 'caller_number',
            render: (_, { callerNumber }) => callerNumber ?? <Typography.Text type="secondary">{t('first_number')}</Typography.Text>,
          },
          { title: t('leased_from'), key: 'leased_from', render: (_, { seat }) => day(seat.leased_from, tenant?.timezone) },
        ]}
      />
      <NewSeatsDrawer open={creating} onClose={() => setCreating(false)} />
    </RoomPage>
  );
}

function fits({ seat, state, owner, sitting }: SeatRow, filters: Filters): boolean {
  const text = [seat.extension, owner?.name, owner?.number, sitting?.name].join(' ').toLowerCase();
  return text.includes((filters.search ?? '').toLowerCase()) && (!filters.state || state === filters.state);
}

function BulkCredentials({ chosen, onDone }: { chosen: SeatRow[]; onDone: () => void }) {
  const [t, words] = [useTexts(seats), useTexts(ui)];
  const { modal } = App.useApp();
  const [making, setMaking] = useState<SeatRow['seat'][] | null>(null);
  const begin = () => setMaking(chosen.map(({ seat }) => seat));
  // phones that ring today would fall silent
  const ask = () => chosen.some(({ seat }) => seat.has_credentials)
    ? modal.confirm({ title: t('make_new_question'), okText: t('make_new'), cancelText: words('cancel'), onOk: begin })
    : begin();
  const close = () => {
    setMaking(null);
    onDone();
  };
  return (
    <>
      <Button icon={<KeyOutlined />} disabled={chosen.length === 0} title={chosen.length === 0 ? t('chosen_none') : undefined} onClick={ask}>
        {chosen.length === 0 ? t('make') : t('make_for', { count: chosen.length })}
      </Button>
      {making && <CredentialsModal of={making} onClose={close} />}
    </>
  );
}
