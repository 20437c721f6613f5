import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Select } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { day } from '../../texts/formats';
import type { StateColour } from '../../theme/theme';
import { ListTable } from '../../ui/list-table';
import { usePaged } from '../../ui/paged';
import { RoomPage } from '../../ui/room-page';
import { useFilters } from '../../ui/search-params';
import { StateDot } from '../../ui/state-dot';
import { AddNumbersDrawer } from './add-numbers-drawer';
import { HoldDrawer } from './hold-drawer';
import { HeldFor } from './held-for';
import { NumberActions } from './number-actions';
import { TenantSelect } from './tenant-select';
import { stock } from './texts';

export type StockedNumber = Schemas['StockedNumberDto'];
type State = StockedNumber['state'];

interface Filters extends Record<string, string | undefined> {
  prefix?: string;
  tenant?: string;
  state?: string;
}

const COLOURS: Record<State, StateColour> = { free: 'good', held: 'warn', leased: 'busy' };
const STATES = Object.keys(COLOURS) as State[];
const PREFIX = /^\+?\d{1,15}$/;

export function NumberStockPage() {
  const t = useTexts(stock);
  const mayWrite = useMay('number-stock:write');
  const [{ prefix, tenant, state }, setFilters] = useFilters<Filters>();
  // the pages of another search are others
  const change = (next: Filters) => setFilters({ ...next, after: undefined, before: undefined });
  const asked = askedOf({ prefix, tenant, state });
  const { query, rows, pager } = usePaged<StockedNumber>(['number-stock', asked], (page, signal) =>
    answerOf(api.GET('/v1/number-stock', { params: { query: { ...asked, ...page } }, signal })),
  );
  const [adding, setAdding] = useState(false);
  const [holding, setHolding] = useState<StockedNumber | null>(null);
  const add = mayWrite && <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>{t('add')}</Button>;
  return (
    <RoomPage title={t('title')} about={t('about')} actions={add}>
      <Flex gap={8} wrap role="search">
        <Input.Search
          allowClear
          style={{ width: 240, maxWidth: '100%' }}
          aria-label={t('search')}
          placeholder={t('search')}
          defaultValue={prefix}
          onSearch={(text) => change({ prefix: text.replace(/[^\d+]/g, '') })}
        />
        <TenantSelect style={{ width: 200, maxWidth: '100%' }} aria-label={t('tenant')} placeholder={t('any_tenant')} value={tenant || null} onChange={(id) => change({ tenant: id ?? '' })} />
        <Select<State>
          allowClear
          style={{ width: 160, maxWidth: '100%' }}
          aria-label={t('state')}
          placeholder={t('any_state')}
          value={asked.state ?? null}
          onChange={(chosen) => change({ state: chosen ?? '' })}
          options={STATES.map((each) => ({ value: each, label: t(`state_${each}`) }))}
        />
      </Flex>
      <ListTable<StockedNumber>
        className="figures"
        query={query}
        rows={rows}
        isNarrowed={Object.keys(asked).length > 0}
        empty={mayWrite && t('empty')}
        columns={[
          { title: t('number'), key: 'number', dataIndex: 'number' },
          { title: t('state'), key: 'state', render: (_, row) => <StateDot colour={COLOURS[row.state]}>{t(`state_${row.state}`)}</StateDot> },
          { title: t('tenant'), key: 'tenant', render: (_, row) => <HeldFor number={row} /> },
          { title: t('added'), key: 'added', render: (_, { created_at: at }) => day(at, undefined) },
          ...(mayWrite ? [{ key: 'actions', align: 'right' as const, render: (_: unknown, row: StockedNumber) => <NumberActions number={row} hold={() => setHolding(row)} /> }] : []),
        ]}
      />
      {pager}
      <AddNumbersDrawer open={adding} onClose={() => setAdding(false)} />
      <HoldDrawer number={holding} onClose={() => setHolding(null)} />
    </RoomPage>
  );
}

/** What the address holds may have been typed by hand. */
function askedOf({ prefix = '', tenant, state }: Filters) {
  const known = STATES.find((each) => each === state);
  return { ...(PREFIX.test(prefix) && { prefix }), ...(tenant && { held_for: tenant }), ...(known && { state: known }) };
}
