import { Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queries } from '../../api/queries';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { duration, integer, percent } from '../../texts/formats';
import { Pane } from '../../ui/pane';
import { ownDay } from './desktop-queries';
import { lastCall } from './last-call';
import { desktop } from './texts';

/** A call stands in the books some moments after its end. */
const COUNTED_AFTER_MS = 3_000;

/** The agent's own day, quietly. */
export function DayStrip() {
  const t = useTexts(desktop);
  const { data } = useQuery(ownDay);
  const last = useStore(lastCall);
  useEffect(() => {
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: ownDay.queryKey }), COUNTED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [last]);
  const seconds = (value: number | null | undefined) => (value === null || value === undefined ? '–' : duration(value));
  const figures = [
    { id: 'answered', label: t('day_answered'), value: data ? integer(data.answered) : '–' },
    { id: 'missed', label: t('day_missed'), value: data ? integer(data.missed) : '–' },
    { id: 'talk', label: t('day_talk'), value: seconds(data?.talk_seconds) },
    { id: 'handling', label: t('day_handling'), value: seconds(data?.mean_handling_seconds), hint: t('day_handling_hint') },
    { id: 'occupancy', label: t('day_occupancy'), value: percent(data?.occupancy_permille == null ? null : data.occupancy_permille / 1000, 0), hint: t('day_occupancy_hint') },
    { id: 'breaks', label: t('day_breaks'), value: data ? `${integer(data.breaks)} · ${duration(data.break_seconds)}` : '–' },
  ];
  return (
    <Pane small>
      <dl className="day-strip figures" aria-label={t('day')}>
        {figures.map(({ id, label, value, hint }) => (
          <div key={id} title={hint}>
            <dt><Typography.Text type="secondary">{label}</Typography.Text></dt>
            <dd data-figure={`day-${id}`}>{value}</dd>
          </div>
        ))}
      </dl>
    </Pane>
  );
}
