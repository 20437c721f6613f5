import { useMemo } from 'react';
import { defineTexts, useTexts } from '../texts/define-texts';
import { StateDot } from '../ui/state-dot';
import { useNow } from '../ui/use-now';
import { type Hours, isOpenAt } from './opening-hours';

const texts = defineTexts('open-now', { open: 'Open now', closed: 'Closed now' }, { open: '当前营业', closed: '当前非工作时间' });

/** Hours are told to the minute. */
const MINUTE_MS = 60_000;

/** Whether hours are open at this moment, kept true. */
export function OpenNow({ hours, zone }: { hours: Hours; zone: string }) {
  const t = useTexts(texts);
  const minute = Math.floor(useNow() / MINUTE_MS);
  const isOpen = useMemo(() => isOpenAt(hours, zone, minute * MINUTE_MS), [hours, zone, minute]);
  return <StateDot colour={isOpen ? 'good' : 'idle'}>{isOpen ? t('open') : t('closed')}</StateDot>;
}
