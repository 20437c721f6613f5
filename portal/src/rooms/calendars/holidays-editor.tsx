import { Button, Empty, Flex, Form, Input, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../texts/define-texts';
import { wallTimeOf } from '../../texts/zoned-time';
import { BadText } from '../../ui/bad-text';
import { dayName } from './day-name';
import { calendars } from './texts';
import { datesOf } from './week';

const MOST = 400;

interface HolidaysEditorProps {
  /** `YYYY-MM-DD`. */
  holidays: string[];
  zone: string;
  onChange: (holidays: string[]) => void;
}

export function HolidaysEditor({ holidays, zone, onChange }: HolidaysEditorProps) {
  const t = useTexts(calendars);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const today = wallTimeOf(Date.now(), zone).slice(0, 10);
  const past = holidays.filter((date) => date < today);
  const dates = datesOf(from, to);
  const next = [...new Set([...holidays, ...(dates ?? [])])].sort();
  const add = () => {
    onChange(next);
    setFrom('');
    setTo('');
  };
  return (
    <Flex vertical gap={12}>
      <Flex gap={8} wrap align="flex-end">
        <DateField id="holiday-from" label={t('holiday_from')} value={from} onChange={setFrom} />
        <DateField id="holiday-to" label={t('holiday_to')} value={to} min={from} onChange={setTo} />
        <Button disabled={dates === null || next.length > MOST} onClick={add}>{t('add_holidays')}</Button>
        {past.length > 0 && <Button type="link" onClick={() => onChange(holidays.filter((date) => date >= today))}>{t('forget_past', { count: past.length })}</Button>}
      </Flex>
      {from !== '' && dates === null && <BadText>{t('holiday_rule')}</BadText>}
      {next.length > MOST && <BadText>{t('too_many_holidays')}</BadText>}
      {holidays.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('no_holidays')} /> : (
        <Flex gap={8} wrap component="ul" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {[...holidays].sort().map((date) => (
            <li key={date}>
              <Tag
                className="figures"
                closable={{ 'aria-label': t('holiday_remove', { day: dayName(date) }) }}
                style={{ margin: 0, paddingBlock: 3, ...(date < today && { opacity: 0.75 }) }}
                onClose={(event) => {
                  event.preventDefault();
                  onChange(holidays.filter((each) => each !== date));
                }}
              >
                {dayName(date)}
              </Tag>
            </li>
          ))}
        </Flex>
      )}
    </Flex>
  );
}

function DateField({ id, label, value, min, onChange }: { id: string; label: string; value: string; min?: string; onChange: (date: string) => void }) {
  return (
    <Form.Item label={label} htmlFor={id} layout="vertical" style={{ margin: 0 }}>
      <Input id={id} type="date" max="9999-12-31" {...(min && { min })} value={value} style={{ width: 170, maxWidth: '100%' }} onChange={({ target }) => onChange(target.value)} />
    </Form.Item>
  );
}

/** The days of a calendar that is only shown. */
export function HolidayList({ holidays }: { holidays: string[] }) {
  const t = useTexts(calendars);
  if (holidays.length === 0) return <Typography.Text type="secondary">{t('no_holidays')}</Typography.Text>;
  return <Flex gap={8} wrap>{[...holidays].sort().map((date) => <Tag key={date} className="figures" style={{ margin: 0 }}>{dayName(date)}</Tag>)}</Flex>;
}
