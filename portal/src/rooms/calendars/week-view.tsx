import { Flex, Typography } from 'antd';
import { type DaySpan, minutesOf, WEEKDAYS, type Weekday } from '../../data/opening-hours';
import { useTexts } from '../../texts/define-texts';
import { DayBar } from './day-bar';
import { calendars } from './texts';
import type { Week } from './week';

/** A week that is only looked at. */
export function WeekView({ week }: { week: Week }) {
  const t = useTexts(calendars);
  return (
    <Flex vertical gap={8}>
      {WEEKDAYS.map((day) => (
        <Flex key={day} gap={12} align="center" wrap>
          <Typography.Text strong style={{ width: 96, flex: 'none' }}>{t(day)}</Typography.Text>
          <div style={{ flex: '1 1 220px' }}><DayBar week={week} day={day} height={18} /></div>
          <span className="figures" style={{ width: 240 }}><DayText week={week} day={day} /></span>
        </Flex>
      ))}
    </Flex>
  );
}

function DayText({ week, day }: { week: Week; day: Weekday }) {
  const t = useTexts(calendars);
  const isNight = ({ open, close }: DaySpan) => (minutesOf(close) ?? 0) < (minutesOf(open) ?? 0);
  const textOf = (span: DaySpan) => {
    if (span.open === '00:00' && span.close === '24:00') return t('all_day');
    return isNight(span) ? `${span.open} – ${t('over_midnight', { close: span.close })}` : `${span.open} – ${span.close}`;
  };
  if (week[day].length === 0) return <Typography.Text type="secondary">{t('closed')}</Typography.Text>;
  return <>{week[day].map(textOf).join(', ')}</>;
}

/** The whole week at a glance, for a list: seven small bars. */
export function WeekGlance({ week }: { week: Week }) {
  return <div aria-hidden style={{ display: 'grid', gap: 2, width: 150 }}>{WEEKDAYS.map((day) => <DayBar key={day} week={week} day={day} height={5} />)}</div>;
}
