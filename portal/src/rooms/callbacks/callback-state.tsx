import { Flex, Typography } from 'antd';
import { useServerNow } from '../../live/use-server-now';
import type { StateColour } from '../../theme/theme';
import { useTexts } from '../../texts/define-texts';
import { duration, shortMoment } from '../../texts/formats';
import { BadText } from '../../ui/bad-text';
import { StateDot } from '../../ui/state-dot';
import { type Callback, isOpen, type State } from './callbacks-queries';
import { callbacks } from './texts';

const COLOURS: Record<State, StateColour> = { waiting: 'warn', dialling: 'busy', reached: 'good', given_up: 'bad', cancelled: 'idle' };

export function CallbackState({ state }: { state: State }) {
  const t = useTexts(callbacks);
  return <StateDot colour={COLOURS[state]}>{t(`state_${state}`)}</StateDot>;
}

/** What is farther away is said by the date alone. */
const DAY_MS = 86_400_000;

interface TimeProps {
  callback: Callback;
  zone: string | undefined;
}

/** From when on the caller counts as waiting, and for how long that is. */
export function Place({ callback, zone }: TimeProps) {
  const t = useTexts(callbacks);
  const waited = useServerNow() - Date.parse(callback.place_at);
  return (
    <Two first={shortMoment(callback.place_at, zone)}>
      {isOpen(callback) && waited >= 0 && <Typography.Text type="secondary">{t('waits', { time: duration(waited / 1000) })}</Typography.Text>}
    </Two>
  );
}

/** By when the phone shall have rung, and whether it has. */
export function Promised({ callback, zone }: TimeProps) {
  const t = useTexts(callbacks);
  const left = Date.parse(callback.promised_by) - useServerNow();
  const { promise } = callback;
  return (
    <Two first={shortMoment(callback.promised_by, zone)}>
      {promise !== null && <StateDot colour={promise === 'kept' ? 'good' : 'bad'}>{t(promise === 'kept' ? 'promise_kept' : 'promise_broken')}</StateDot>}
      {promise === null && isOpen(callback) && left >= 0 && left < DAY_MS && <Typography.Text type="secondary">{t('promise_open', { time: duration(left / 1000) })}</Typography.Text>}
    </Two>
  );
}

/** When it is dialled next, where it is: its hours may open later than it is due, or never. */
export function NextTry({ callback: { state, calendar, next_at: due, opens_at: opens }, zone }: TimeProps) {
  const t = useTexts(callbacks);
  const now = useServerNow();
  if (state !== 'waiting') return '–';
  if (calendar !== null && opens === null) return <BadText>{t('next_never')}</BadText>;
  const from = opens ?? due;
  if (Date.parse(from) <= now) return t('next_ready');
  return t(Date.parse(from) > Date.parse(due) ? 'next_opens' : 'next_at', { at: shortMoment(from, zone) });
}

function Two({ first, children }: { first: string; children: React.ReactNode }) {
  return (
    <Flex vertical className="figures" style={{ whiteSpace: 'nowrap' }}>
      <span>{first}</span>
      {children}
    </Flex>
  );
}
