import { EditOutlined } from '@ant-design/icons';
import { Button, Card, Descriptions, Flex } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useSegments } from '../../data/segments';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { moment } from '../../texts/formats';
import { Loaded } from '../../ui/loaded';
import { ObjectDrawer } from '../../ui/object-drawer';
import { RemoveButton } from '../../ui/remove-button';
import { RoomPage } from '../../ui/room-page';
import { SegmentTag } from '../../ui/segment-tag';
import { ui } from '../../ui/texts';
import { CustomerCalls } from './customer-calls';
import { CustomerFields, type CustomerValues } from './customer-fields';
import { oneCustomer } from './customers-queries';
import { customers } from './texts';

type Customer = Schemas['CustomerDto'];

export function CustomerPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(oneCustomer(id));
  return <Loaded query={query}>{({ data, etag }) => <CustomerView customer={data} etag={etag} />}</Loaded>;
}

function CustomerView({ customer, etag }: { customer: Customer; etag: string }) {
  const [t, words] = [useTexts(customers), useTexts(ui)];
  const navigate = useNavigate();
  const [mayWrite, maySeeCalls] = [useMay('customers:write'), useMay('calls:read')];
  const [editing, setEditing] = useState(false);
  const { id, created_at: _created, changed_at: _changed, ...known } = customer;
  const name = customer.name ?? t('erased');
  const changed = { params: { path: { id }, header: { 'If-Match': etag } } };
  const remove = async () => {
    await answerOf(api.DELETE('/v1/customers/{id}', changed));
    await navigate({ to: '/customers' as string });
  };
  const actions = mayWrite && (
    <>
      <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>{words('edit')}</Button>
      <RemoveButton question={t('remove_question')} label={name} remove={remove} />
    </>
  );
  return (
    <RoomPage title={name} about={<Worth id={customer.segment_id} />} actions={actions}>
      <Facts customer={customer} />
      {maySeeCalls && <CustomerCalls id={id} />}
      <ObjectDrawer<CustomerValues>
        title={name}
        open={editing}
        onClose={() => setEditing(false)}
        initial={{ ...known, name: known.name ?? '', numbers: known.numbers ?? [], attributes: known.attributes ?? [] }}
        save={(body) => answerOf(api.PATCH('/v1/customers/{id}', { ...changed, body }))}
      >
        {() => <CustomerFields />}
      </ObjectDrawer>
    </RoomPage>
  );
}

function Worth({ id }: { id: string | null }) {
  return <SegmentTag segment={useSegments().find((each) => each.id === id)} />;
}

function Facts({ customer }: { customer: Customer }) {
  const t = useTexts(customers);
  const zone = useTenant().data?.timezone;
  const { numbers, external_id, language, note, attributes, survey_opt_out: optedOut, changed_at: at } = customer;
  return (
    <Card title={t('facts')}>
      <Descriptions
        column={{ xs: 1, sm: 2, lg: 3 }}
        items={[
          { key: 'numbers', label: t('numbers'), children: <Flex vertical className="figures">{numbers === null ? t('erased') : numbers.length === 0 ? '–' : numbers.map((number) => <span key={number}>{number}</span>)}</Flex> },
          { key: 'external_id', label: t('external_id'), children: external_id ?? '–' },
          { key: 'language', label: t('language'), children: language === null ? t('language_none') : t(language === 'en' ? 'language_en' : 'language_zh') },
          { key: 'survey', label: t('survey_opt_out'), children: optedOut ? t('survey_never') : t('survey_usual') },
          { key: 'changed', label: t('changed'), children: <span className="figures">{moment(at, zone)}</span> },
          ...(attributes ?? []).map(({ name, value }) => ({ key: `attribute ${name}`, label: name, children: value || '–' })),
          ...(note ? [{ key: 'note', label: t('note'), span: 'filled' as const, children: <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note}</span> }] : []),
        ]}
      />
    </Card>
  );
}
