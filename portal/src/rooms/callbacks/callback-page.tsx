import { Button, Card, Descriptions } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { allCalendars } from '../../data/calendars';
import { QueueLink } from '../../data/queue-link';
import { useTenant } from '../../session/tenant';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { moment } from '../../texts/formats';
import { Loaded } from '../../ui/loaded';
import { RoomPage } from '../../ui/room-page';
import { useNumberText } from '../../ui/use-number-text';
import { CallOff } from './call-off';
import { CallbackState, NextTry, Place, Promised } from './callback-state';
import { CallbackTries, type CallbackDetails } from './callback-tries';
import { isOpen, oneCallback } from './callbacks-queries';
import { callbacks } from './texts';

export function CallbackPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(oneCallback(id));
  return <Loaded query={query}>{(callback) => <CallbackView callback={callback} />}</Loaded>;
}

function CallbackView({ callback }: { callback: CallbackDetails }) {
  const [t, shown] = [useTexts(callbacks), useNumberText()];
  const zone = useTenant().data?.timezone;
  const mayWrite = useMay('callbacks:write');
  const title = callback.number === null ? t('one_erased') : t('one_title', { number: shown(callback.number) });
  const actions = (
    <>
      <SeeCalls number={callback.number} />
      {mayWrite && isOpen(callback) && <CallOff callback={callback} />}
    </>
  );
  return (
    <RoomPage title={<span className="figures">{title}</span>} about={<CallbackState state={callback.state} />} actions={actions}>
      <Facts callback={callback} zone={zone} />
      <CallbackTries callback={callback} zone={zone} />
    </RoomPage>
  );
}

/** Every call to the number, whoever placed it. */
function SeeCalls({ number }: { number: string | null }) {
  const t = useTexts(callbacks);
  const navigate = useNavigate();
  const [maySeeCalls, mayAskForNumbers] = [useMay('calls:read'), useMay('personal-data:read')];
  if (!number || !maySeeCalls || !mayAskForNumbers) return null;
  return <Button onClick={() => void navigate({ to: '/calls' as string, search: { number, direction: 'outbound' } as never })}>{t('see_calls')}</Button>;
}

function Facts({ callback, zone }: { callback: CallbackDetails; zone: string | undefined }) {
  const t = useTexts(callbacks);
  const { queue, origin, created_at: asked, calendar, attempts, most_attempts: most, retry_minutes: retry, first_tried_at: rung, reached_at: reached } = callback;
  const at = (iso: string | null) => (iso === null ? '–' : moment(iso, zone));
  return (
    <Card title={t('facts')}>
      <Descriptions
        className="figures"
        column={{ xs: 1, sm: 2, lg: 3 }}
        items={[
          { key: 'queue', label: t('queue'), children: <QueueLink name={queue} /> },
          { key: 'place', label: t('waits_since'), children: <Place callback={callback} zone={zone} /> },
          { key: 'promised', label: t('promised_by'), children: <Promised callback={callback} zone={zone} /> },
          { key: 'tries', label: t('tries'), children: t('tries_of', { count: attempts, most }) },
          { key: 'retry', label: t('retry'), children: t('minutes', { count: retry }) },
          { key: 'next', label: t('next'), children: <NextTry callback={callback} zone={zone} /> },
          { key: 'calendar', label: t('calendar'), children: <CalendarLink name={calendar} /> },
          { key: 'rung', label: t('first_tried'), children: at(rung) },
          { key: 'reached', label: t('reached_at'), children: at(reached) },
          { key: 'origin', label: t('origin'), children: t(`origin_${origin}`) },
          { key: 'asked', label: t('asked_at'), children: at(asked) },
        ]}
      />
    </Card>
  );
}

/** Whoever may not look calendars up, or a calendar that is gone, has the name alone. */
function CalendarLink({ name }: { name: string | null }) {
  const t = useTexts(callbacks);
  const { data } = useQuery({ ...allCalendars, enabled: useMay('numbers:read') && name !== null });
  const id = data?.find((calendar) => calendar.name === name)?.id;
  return id ? <Link to={'/calendars/$id' as string} params={{ id } as never}>{name}</Link> : (name ?? t('any_hour'));
}
