import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../texts/define-texts';
import { ui } from '../../ui/texts';
import { useDraftView } from './draft-context';
import { type Place, valueAt } from './draft-text';
import { TextsField } from './fields';
import { Heading, Trouble } from './rows';
import { wizard } from './texts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const USUAL = ['mon-fri', 'mon-sun', 'sat-sun', ...DAYS];
const HOLIDAYS = 'holidays';

/** When numbers are open, by the names of calendars. */
export function HoursSection() {
  const t = useTexts(wizard);
  const { values, set } = useDraftView();
  const [name, setName] = useState('');
  const calendars = keysOf(valueAt(values, ['hours']));
  const begin = () => {
    set(['hours', name], { 'mon-fri': '09:00-18:00' });
    setName('');
  };
  return (
    <>
      <Heading hint={t('hours_hint')}>{t('hours')}</Heading>
      <Trouble place={['hours']} />
      <Flex vertical gap={12}>
        {calendars.map((calendar) => <Calendar key={calendar} name={calendar} />)}
        <Flex gap={8}>
          <Input aria-label={t('calendar_name')} placeholder={t('calendar_name')} value={name} style={{ maxWidth: 220 }} onChange={({ target }) => setName(target.value)} onPressEnter={begin} />
          <Button type="dashed" icon={<PlusOutlined />} disabled={name === '' || calendars.includes(name)} onClick={begin}>{t('calendar')}</Button>
        </Flex>
      </Flex>
    </>
  );
}

function Calendar({ name }: { name: string }) {
  const [t, words] = [useTexts(wizard), useTexts(ui)];
  const { values, set } = useDraftView();
  const place: Place = ['hours', name];
  const entries = keysOf(valueAt(values, place));
  const days = entries.filter((entry) => entry !== HOLIDAYS);
  const free = USUAL.filter((each) => !entries.includes(each));
  const remove = <Button type="text" danger icon={<DeleteOutlined />} aria-label={`${words('remove')}: ${name}`} onClick={() => set(place, undefined)} />;
  return (
    <Card size="small" title={name} extra={remove}>
      <Trouble place={place} />
      {days.map((each) => <Days key={each} calendar={place} days={each} free={free} />)}
      <Button type="dashed" size="small" icon={<PlusOutlined />} disabled={free.length === 0} onClick={() => set([...place, free[0] ?? ''], '09:00-18:00')} style={{ marginBottom: 12 }}>
        {t('days')}
      </Button>
      <TextsField place={[...place, HOLIDAYS]} label={t('holidays')} placeholder="2026-10-01" hint={t('holidays_hint')} />
    </Card>
  );
}

function Days({ calendar, days, free }: { calendar: Place; days: string; free: string[] }) {
  const [t, words] = [useTexts(wizard), useTexts(ui)];
  const { set, rename } = useDraftView();
  const options = [days, ...free].map((value) => ({ value, label: value }));
  return (
    <Flex gap={8} align="flex-start" wrap>
      <Form.Item label={t('days')} style={{ flex: '0 1 120px', marginBottom: 12 }}>
        <Select aria-label={t('days')} value={days} options={options} onChange={(next) => rename(calendar, days, next)} />
      </Form.Item>
      <TextsField place={[...calendar, days]} label={t('spans')} singly placeholder="08:00-12:00" />
      <Button type="text" danger icon={<DeleteOutlined />} aria-label={`${words('remove')}: ${days}`} onClick={() => set([...calendar, days], undefined)} style={{ marginTop: 30 }} />
    </Flex>
  );
}

function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
