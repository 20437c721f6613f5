import { PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Flex, Input, Select } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useSegments } from '../../data/segments';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { moment } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { ObjectDrawer } from '../../ui/object-drawer';
import { usePaged } from '../../ui/paged';
import { RoomPage } from '../../ui/room-page';
import { useFilters } from '../../ui/search-params';
import { SegmentTag } from '../../ui/segment-tag';
import { ui } from '../../ui/texts';
import { CustomerFields, type CustomerValues } from './customer-fields';
import { customers } from './texts';

type Customer = Schemas['CustomerDto'];
interface Search extends Record<string, string | undefined> {
  number?: string;
  external_id?: string;
  segment?: string;
}

export function CustomersPage() {
  const [t, words] = [useTexts(customers), useTexts(ui)];
  const zone = useTenant().data?.timezone;
  const [mayWrite, maySeeWhole] = [useMay('customers:write'), useMay('personal-data:read')];
  const segments = useSegments();
  const [{ number, external_id, segment }] = useFilters<Search>();
  const [creating, setCreating] = useState(false);
  const asked = { ...(number && { number }), ...(external_id && { external_id }), ...(segment && { segment_id: segment }) };
  const list = usePaged<Customer>(['customers', asked], (page, signal) =>
    answerOf(api.GET('/v1/customers', { params: { query: { ...asked, ...page } }, signal })),
  );
  return (
    <RoomPage title={t('title')} about={t('about')} actions={mayWrite && <Actions create={() => setCreating(true)} />}>
      {!maySeeWhole && <Alert type="info" showIcon title={t('masked')} />}
      <Filters />
      <ListTable<Customer>
        query={list.query}
        rows={list.rows}
        isNarrowed={Object.keys(asked).length > 0}
        empty={mayWrite && t('empty')}
        columns={[
          { title: t('name'), key: 'name', render: (_, { id, name }) => <Link to={'/customers/$id' as string} params={{ id } as never}>{name ?? t('erased')}</Link> },
          { title: t('segment'), key: 'segment', render: (_, { segment_id: id }) => (id === null ? '–' : <SegmentTag segment={segments.find((each) => each.id === id)} />) },
          { title: t('numbers'), key: 'numbers', className: 'figures', render: (_, { numbers }) => <Numbers numbers={numbers} /> },
          { title: t('external_id'), key: 'external_id', render: (_, { external_id: known }) => known ?? '–' },
          { title: t('language'), key: 'language', render: (_, { language }) => (language === null ? '–' : t(language === 'en' ? 'language_en' : 'language_zh')) },
          { title: t('changed'), key: 'changed', className: 'figures', render: (_, { changed_at: at }) => moment(at, zone) },
        ]}
      />
      {list.pager}
      <ObjectDrawer<CustomerValues>
        title={t('new')}
        open={creating}
        onClose={() => setCreating(false)}
        action={words('create')}
        initial={{ numbers: [], attributes: [], survey_opt_out: false }}
        save={(body) => answerOf(api.POST('/v1/customers', { body }))}
      >
        {() => <CustomerFields />}
      </ObjectDrawer>
    </RoomPage>
  );
}

function Actions({ create }: { create: () => void }) {
  const t = useTexts(customers);
  const navigate = useNavigate();
  return (
    <>
      <Button icon={<UploadOutlined />} onClick={() => void navigate({ to: '/customers/import' as string })}>{t('import')}</Button>
      <Button type="primary" icon={<PlusOutlined />} onClick={create}>{t('new')}</Button>
    </>
  );
}

function Filters() {
  const t = useTexts(customers);
  const maySeeWhole = useMay('personal-data:read');
  const segments = useSegments();
  const [{ number, external_id, segment }, setFilters] = useFilters<Search>();
  // the pages of another search are others
  const change = (next: Search) => setFilters({ ...next, after: undefined, before: undefined });
  return (
    <Card styles={{ body: { padding: 12 } }} role="search">
      <Flex gap={8} wrap>
        {maySeeWhole && (
          <Input.Search key={`number ${number}`} allowClear defaultValue={number} maxLength={30} inputMode="tel" placeholder={t('search_number')} aria-label={t('search_number')} style={{ width: 240, maxWidth: '100%' }} onSearch={(typed) => change({ number: typed.trim() })} />
        )}
        <Input.Search key={`id ${external_id}`} allowClear defaultValue={external_id} maxLength={40} placeholder={t('search_external_id')} aria-label={t('search_external_id')} style={{ width: 220, maxWidth: '100%' }} onSearch={(typed) => change({ external_id: typed.trim() })} />
        <Select<string> allowClear placeholder={t('segment')} aria-label={t('segment')} style={{ width: 180, maxWidth: '100%' }} value={segment || null} options={segments.map(({ id, name }) => ({ value: id, label: name }))} onChange={(chosen) => change({ segment: chosen ?? '' })} />
      </Flex>
    </Card>
  );
}

function Numbers({ numbers }: { numbers: string[] | null }) {
  const t = useTexts(customers);
  if (numbers === null) return t('erased');
  const [first, ...others] = numbers;
  return <span title={numbers.join(', ')}>{first ?? '–'}{others.length > 0 && ` +${others.length}`}</span>;
}
