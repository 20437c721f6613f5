import { EditOutlined } from '@ant-design/icons';
import { App, Button, Card, Flex, Typography } from 'antd';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useBlocker, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { queries } from '../../api/queries';
import type { Schemas } from '../../api/types';
import { allNumbers } from '../../data/numbers';
import type { Hours } from '../../data/opening-hours';
import { OpenNow } from '../../data/open-now';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { shell } from '../../shell/texts';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { ObjectDrawer } from '../../ui/object-drawer';
import { ProblemAlert } from '../../ui/problem-alert';
import { RemoveButton } from '../../ui/remove-button';
import { RoomPage } from '../../ui/room-page';
import { ui } from '../../ui/texts';
import { NumberLinks } from './calendars-page';
import { oneCalendar } from './calendars-queries';
import { HolidayList, HolidaysEditor } from './holidays-editor';
import { NameField } from './name-field';
import { calendars } from './texts';
import { problemsOf, weekOf } from './week';
import { WeekEditor } from './week-editor';
import { WeekView } from './week-view';

type Calendar = Schemas['CalendarDto'];

export function CalendarPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(oneCalendar(id));
  const tenant = useTenant();
  return (
    <Loaded query={query}>
      {({ data, etag }) => <Loaded query={tenant}>{({ timezone }) => <CalendarView calendar={data} etag={etag} zone={timezone} />}</Loaded>}
    </Loaded>
  );
}

function CalendarView({ calendar, etag, zone }: { calendar: Calendar; etag: string; zone: string }) {
  const [t, words] = [useTexts(calendars), useTexts(ui)];
  const navigate = useNavigate();
  const mayWrite = useMay('numbers:write');
  const [renaming, setRenaming] = useState(false);
  const numbers = useQuery(allNumbers);
  const kept = numbers.data?.filter(({ calendar_id: id }) => id === calendar.id) ?? [];
  const changed = { params: { path: { id: calendar.id }, header: { 'If-Match': etag } } };
  const remove = async () => {
    await answerOf(api.DELETE('/v1/calendars/{id}', changed));
    await navigate({ to: '/calendars' as string });
  };
  const actions = mayWrite && (
    <>
      <Button icon={<EditOutlined />} onClick={() => setRenaming(true)}>{t('rename')}</Button>
      {numbers.isSuccess && kept.length === 0 && <RemoveButton question={t('remove_question')} label={calendar.name} remove={remove} />}
    </>
  );
  return (
    <RoomPage title={calendar.name} about={t('zone', { zone })} actions={actions}>
      <Card styles={{ body: { padding: '14px 24px' } }}>
        <Flex gap={24} wrap align="center">
          <OpenNow hours={calendar.hours} zone={zone} />
          <Flex gap={8} align="center" wrap>
            <Typography.Text type="secondary">{t('numbers')}:</Typography.Text>
            {kept.length === 0 ? <Typography.Text type="secondary">{t('no_numbers')}</Typography.Text> : <NumberLinks of={kept} />}
          </Flex>
        </Flex>
      </Card>
      {mayWrite ? <HoursEditor calendar={calendar} etag={etag} zone={zone} /> : <HoursView hours={calendar.hours} />}
      {mayWrite && kept.length > 0 && <Typography.Text type="secondary">{t('remove_hint')}</Typography.Text>}
      <ObjectDrawer<{ name: string }>
        title={t('rename')}
        open={renaming}
        onClose={() => setRenaming(false)}
        initial={{ name: calendar.name }}
        action={words('save')}
        save={(body) => answerOf(api.PATCH('/v1/calendars/{id}', { ...changed, body }))}
      >
        {() => <NameField />}
      </ObjectDrawer>
    </RoomPage>
  );
}

function HoursView({ hours }: { hours: Hours }) {
  const t = useTexts(calendars);
  return (
    <>
      <Card title={t('week')}><WeekView week={weekOf(hours.week)} /></Card>
      <Card title={t('holidays')}><HolidayList holidays={hours.holidays ?? []} /></Card>
    </>
  );
}

/** What is changed stays here until it is saved, whatever somebody else does meanwhile. */
function HoursEditor({ calendar, etag, zone }: { calendar: Calendar; etag: string; zone: string }) {
  const [t, words, saved] = [useTexts(calendars), useTexts(ui), useTexts(shell)];
  const { message, modal } = App.useApp();
  const [draft, setDraft] = useState<{ hours: Required<Hours>; etag: string } | null>(null);
  const stored = { week: weekOf(calendar.hours.week), holidays: calendar.hours.holidays ?? [] };
  const { week, holidays } = draft?.hours ?? stored;
  const put = (change: Partial<Hours>) => setDraft({ hours: { week, holidays, ...change }, etag: draft?.etag ?? etag });
  const saving = useMutation({
    mutationFn: (each: NonNullable<typeof draft>) =>
      answerOf(api.PATCH('/v1/calendars/{id}', {
        params: { path: { id: calendar.id }, header: { 'If-Match': each.etag } }, body: { hours: each.hours },
      })),
    onSuccess: () => {
      setDraft(null);
      void message.success(saved('saved'));
    },
    // the next try is made knowing what there is now
    onError: async (error, each) => {
      if (!(error instanceof ProblemError && error.is('precondition_failed'))) return;
      const now = await queries.fetchQuery({ ...oneCalendar(calendar.id), staleTime: 0 });
      setDraft({ ...each, etag: now.etag });
    },
  });
  useBlocker({
    disabled: draft === null,
    enableBeforeUnload: draft !== null,
    shouldBlockFn: () => new Promise((resolve) => {
      modal.confirm({ title: words('unsaved'), okText: words('discard'), cancelText: words('keep'), onOk: () => resolve(false), onCancel: () => resolve(true) });
    }),
  });
  const isNever = Object.values(week).every((spans) => spans.length === 0);
  return (
    <>
      <Card title={t('week')}><WeekEditor week={weekOf(week)} onChange={(next) => put({ week: next })} /></Card>
      <Card title={t('holidays')} extra={<Typography.Text type="secondary">{t('holidays_about')}</Typography.Text>}>
        <HolidaysEditor holidays={holidays} zone={zone} onChange={(next) => put({ holidays: next })} />
      </Card>
      <ProblemAlert error={saving.error} />
      {draft && (
        <Card style={{ position: 'sticky', bottom: 12, zIndex: 5, boxShadow: '0 4px 20px rgba(0, 0, 0, 0.18)' }} styles={{ body: { padding: '12px 20px' } }}>
          <Flex gap={12} justify="space-between" align="center" wrap>
            <Typography.Text>{t('changed')}</Typography.Text>
            <Flex gap={8}>
              <Button onClick={() => setDraft(null)}>{words('discard')}</Button>
              <Button type="primary" loading={saving.isPending} disabled={isNever || problemsOf(weekOf(week)).length > 0} onClick={() => saving.mutate(draft)}>{words('save')}</Button>
            </Flex>
          </Flex>
        </Card>
      )}
    </>
  );
}
