import { ArrowRightOutlined, EditOutlined, PhoneOutlined } from '@ant-design/icons';
import { Button, Card, Descriptions, Flex, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { allCalendars } from '../../data/calendars';
import { OpenNow } from '../../data/open-now';
import { allQueues } from '../../data/queues';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { day } from '../../texts/formats';
import { Loaded } from '../../ui/loaded';
import { ObjectDrawer } from '../../ui/object-drawer';
import { RemoveButton } from '../../ui/remove-button';
import { RoomPage } from '../../ui/room-page';
import { ui } from '../../ui/texts';
import { LeadingScripts } from './leading-scripts';
import { NumberFields } from './number-fields';
import { Named } from './named';
import { oneNumber } from './numbers-queries';
import { TestNumber } from './test-number';
import { numbers } from './texts';

type PhoneNumber = Schemas['NumberDto'];
type Change = Schemas['ChangeNumberDto'];

export function NumberPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(oneNumber(id));
  return <Loaded query={query}>{({ data, etag }) => <NumberView number={data} etag={etag} />}</Loaded>;
}

function NumberView({ number, etag }: { number: PhoneNumber; etag: string }) {
  const [t, words] = [useTexts(numbers), useTexts(ui)];
  const navigate = useNavigate();
  const [mayWrite, mayLookFor] = [useMay('numbers:write'), useMay('personal-data:read')];
  const [editing, setEditing] = useState(false);
  const changed = { params: { path: { id: number.id }, header: { 'If-Match': etag } } };
  const remove = async () => {
    await answerOf(api.DELETE('/v1/numbers/{id}', changed));
    await navigate({ to: '/numbers' as string });
  };
  const seeCalls = () => void navigate({ to: '/calls' as string, search: { number: number.number } as never });
  const actions = (
    <>
      {mayLookFor && <Button icon={<PhoneOutlined />} onClick={seeCalls}>{t('calls')}</Button>}
      {mayWrite && <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>{words('edit')}</Button>}
      {mayWrite && <RemoveButton question={t('remove_question')} label={number.number} remove={remove} />}
    </>
  );
  const { queue_id, calendar_id, greeting, closed, ivr, scripts_by_hours, tests_draft } = number;
  const title = <Flex gap={12} align="center" wrap><span className="figures">{number.number}</span>{tests_draft && <TestNumber />}</Flex>;
  return (
    <RoomPage title={title} about={t('about')} actions={actions}>
      <Way number={number} />
      <Settings number={number} />
      <ObjectDrawer<Change>
        title={number.number}
        open={editing}
        onClose={() => setEditing(false)}
        initial={{ queue_id, calendar_id, greeting, closed, ivr, scripts_by_hours, tests_draft }}
        save={(body) => answerOf(api.PATCH('/v1/numbers/{id}', { ...changed, body }))}
      >
        {() => <NumberFields />}
      </ObjectDrawer>
    </RoomPage>
  );
}

/** What a caller meets, from left to right. */
function Way({ number: { queue_id, calendar_id, greeting, closed, ivr, scripts_by_hours } }: { number: PhoneNumber }) {
  const t = useTexts(numbers);
  const zone = useTenant().data?.timezone;
  const queue = useQuery({ ...allQueues, enabled: useMay('queues:read') }).data?.find(({ id }) => id === queue_id);
  const calendar = useQuery(allCalendars).data?.find(({ id }) => id === calendar_id);
  return (
    <Card title={t('way')}>
      <Flex gap={12} wrap align="stretch" component="ol" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        <Stop name={t('way_called')}><PhoneOutlined aria-hidden /></Stop>
        <Stop name={t('calendar')} after>
          {calendar_id === null ? t('always_open') : <Named path="/calendars/$id" of={calendar} />}
          {calendar && zone && <div><OpenNow hours={calendar.hours} zone={zone} /></div>}
          {calendar_id !== null && (
            <Typography.Text type="secondary" style={{ fontSize: 12 }}>{t('way_outside')}: {closed === null ? t('way_silent') : t('way_hears', { sound: closed })}</Typography.Text>
          )}
        </Stop>
        {greeting !== null && <Stop name={t('greeting')} after>{greeting}</Stop>}
        {(ivr !== null || scripts_by_hours.length > 0) && <Stop name={t('ivr')} after><LeadingScripts of={{ ivr, scripts_by_hours }} /></Stop>}
        <Stop name={t('queue')} after><Named path="/queues/$id" of={queue} /></Stop>
      </Flex>
    </Card>
  );
}

function Stop({ name, after, children }: { name: string; after?: boolean; children: ReactNode }) {
  return (
    <Flex component="li" gap={12} align="center">
      {after && <ArrowRightOutlined aria-hidden style={{ opacity: 0.5 }} />}
      <div style={{ border: '1px solid rgba(128, 138, 150, 0.3)', borderRadius: 8, padding: '8px 14px', minWidth: 110 }}>
        <Typography.Text type="secondary" style={{ fontSize: 12, display: 'block' }}>{name}</Typography.Text>
        {children}
      </div>
    </Flex>
  );
}

function Settings({ number }: { number: PhoneNumber }) {
  const t = useTexts(numbers);
  const zone = useTenant().data?.timezone;
  return (
    <Card title={t('settings')}>
      <Descriptions
        column={{ xs: 1, sm: 2, lg: 4 }}
        items={[
          { key: 'greeting', label: t('greeting'), children: number.greeting ?? t('no_sound') },
          { key: 'closed', label: t('closed'), children: number.closed ?? t('no_sound') },
          { key: 'ivr', label: t('ivr'), children: number.ivr ?? '–' },
          { key: 'leased_from', label: t('leased_from'), children: day(number.leased_from, zone) },
        ]}
      />
    </Card>
  );
}
