import { Card, Descriptions, Flex, Tag } from 'antd';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { calendarDay } from '../../texts/formats';
import { currentLanguage } from '../../texts/language';
import { tariff } from './texts';

type Band = Schemas['TimeBandDto'];

/** When the prices hold that are not those of any time. */
export function BandsCard({ bands, holidays }: Pick<Schemas['TariffDto'], 'bands' | 'holidays'>) {
  const t = useTexts(tariff);
  const timesOf = ({ days, holidays: onHolidays }: Band) => [...spansByDays(days), ...(onHolidays ? [t('on_holidays')] : [])];
  return (
    <Card title={t('times')}>
      <Descriptions
        column={1}
        items={[
          ...bands.map((band) => ({ key: band.name, label: band.name, children: <span className="figures">{timesOf(band).join(t('list_comma'))}</span> })),
          ...(holidays.length > 0 ? [{ key: 'holidays', label: t('holidays'), children: <Flex gap={4} wrap>{holidays.map((day) => <Tag key={day}>{calendarDay(day)}</Tag>)}</Flex> }] : []),
        ]}
      />
    </Card>
  );
}

/** Days that follow one another with the same hours stand together: Mon–Fri 22:00–07:00. */
function spansByDays(days: Band['days']): string[] {
  const runs: { first: string; last: string; spans: string }[] = [];
  for (const { day, spans } of days) {
    const text = spans.map(({ open, close }) => `${open}–${close}`).join(' ');
    const last = runs.at(-1);
    if (last && last.spans === text && DAYS.indexOf(day) === DAYS.indexOf(last.last) + 1) last.last = day;
    else runs.push({ first: day, last: day, spans: text });
  }
  return runs.map(({ first, last, spans }) => `${nameOf(first)}${first === last ? '' : `–${nameOf(last)}`} ${spans}`);
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function nameOf(day: string): string {
  // the first of January 2024 was a Monday
  return new Intl.DateTimeFormat(currentLanguage(), { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + DAYS.indexOf(day)));
}
