import { CloseOutlined, CopyOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Dropdown, Flex, Grid, Typography } from 'antd';
import { type DaySpan, WEEKDAYS, type Weekday } from '../../data/opening-hours';
import { type KeysOf, type Translate, useTexts } from '../../texts/define-texts';
import { BadText } from '../../ui/bad-text';
import { DayBar } from './day-bar';
import { calendars } from './texts';
import { TimeField } from './time-field';
import { nextSpan, PRESETS, problemsOf, type SpanProblem, type Week } from './week';

type Words = Translate<KeysOf<typeof calendars>>;

const LABEL_WIDTH = 96;
const WORKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

interface WeekEditorProps {
  week: Week;
  onChange: (week: Week) => void;
}

/** A week of opening hours: drawn on the bars or typed, copied from day to day, with what is wrong said where it is. */
export function WeekEditor({ week, onChange }: WeekEditorProps) {
  const t = useTexts(calendars);
  const problems = problemsOf(week);
  const isNever = WEEKDAYS.every((day) => week[day].length === 0);
  return (
    <Flex vertical gap={12}>
      <Flex gap={8} wrap align="center">
        <Typography.Text>{t('fill')}:</Typography.Text>
        {(['office', 'always', 'nothing'] as const).map((preset) => (
          <Button key={preset} size="small" onClick={() => onChange(PRESETS[preset])}>{t(`fill_${preset}`)}</Button>
        ))}
      </Flex>
      <Typography.Text type="secondary">{t('draw_hint')}</Typography.Text>
      <Scale />
      {WEEKDAYS.map((day) => (
        <DayRow key={day} day={day} week={week} onChange={onChange} problems={problems.filter((problem) => problem.day === day)} />
      ))}
      {isNever && <Alert type="warning" showIcon title={t('rule_never')} />}
    </Flex>
  );
}

/** Above the bars, on screens where they stand in one column. */
function Scale() {
  const wide = Grid.useBreakpoint().md ?? true;
  if (!wide) return null;
  return (
    <Flex aria-hidden justify="space-between" className="figures" style={{ marginInlineStart: LABEL_WIDTH + 12, marginBlockEnd: -8 }}>
      {[0, 6, 12, 18, 24].map((hour) => <Typography.Text key={hour} type="secondary" style={{ fontSize: 11 }}>{hour}:00</Typography.Text>)}
    </Flex>
  );
}

interface DayRowProps extends WeekEditorProps {
  day: Weekday;
  problems: SpanProblem[];
}

function DayRow({ day, week, onChange, problems }: DayRowProps) {
  const t = useTexts(calendars);
  const wide = Grid.useBreakpoint().md ?? true;
  const spans = week[day];
  const put = (next: DaySpan[]) => onChange({ ...week, [day]: next });
  const copy = (days: readonly Weekday[]) => onChange({ ...week, ...Object.fromEntries(days.map((each) => [each, spans.map((span) => ({ ...span }))])) });
  const menu = [
    { key: 'workdays', label: t('copy_workdays'), onClick: () => copy(WORKDAYS) },
    { key: 'every', label: t('copy_every'), onClick: () => copy(WEEKDAYS) },
    { key: 'clear', label: t('clear'), onClick: () => put([]) },
  ];
  return (
    <Flex gap={12} wrap={!wide} align="flex-start" role="group" aria-label={t(day)} style={{ borderBlockStart: '1px solid rgba(128, 138, 150, 0.18)', paddingBlockStart: 10 }}>
      <Typography.Text strong style={{ width: LABEL_WIDTH, flex: 'none', lineHeight: '30px' }}>{t(day)}</Typography.Text>
      <Flex vertical gap={8} style={{ flex: '1 1 300px', minWidth: 0, width: '100%' }}>
        <DayBar week={week} day={day} onDraw={(span) => put(sorted([...spans, span]))} />
        <Flex gap={12} wrap align="center">
          {spans.length === 0 && <Typography.Text type="secondary">{t('closed')}</Typography.Text>}
          {spans.map((span, index) => (
            <SpanFields
              key={index}
              day={day}
              nth={index + 1}
              span={span}
              wrong={problems.some((problem) => problem.index === index)}
              onChange={(next) => put(spans.map((each, place) => (place === index ? next : each)))}
              onDrop={() => put(spans.filter((_, place) => place !== index))}
            />
          ))}
          <Button size="small" icon={<PlusOutlined />} aria-label={t('add_on', { day: t(day) })} title={t('add_on', { day: t(day) })} onClick={() => put([...spans, nextSpan(spans)])} />
          <Dropdown menu={{ items: menu }} trigger={['click']}>
            <Button size="small" icon={<CopyOutlined />} aria-label={t('copy_of', { day: t(day) })} title={t('copy_of', { day: t(day) })} />
          </Dropdown>
        </Flex>
        {problems.map((problem) => <BadText key={problem.index}>{textOf(t, problem)}</BadText>)}
      </Flex>
    </Flex>
  );
}

interface SpanFieldsProps {
  day: Weekday;
  nth: number;
  span: DaySpan;
  wrong: boolean;
  onChange: (span: DaySpan) => void;
  onDrop: () => void;
}

function SpanFields({ day, nth, span: { open, close }, wrong, onChange, onDrop }: SpanFieldsProps) {
  const t = useTexts(calendars);
  const about = { day: t(day), nth };
  return (
    <Flex gap={4} align="center">
      <TimeField label={t('opens_on', about)} value={open} wrong={wrong} onChange={(next) => onChange({ open: next, close })} />
      <span aria-hidden>–</span>
      <TimeField label={t('closes_on', about)} value={close} wrong={wrong} onChange={(next) => onChange({ open, close: next })} />
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('drop_on', about)} title={t('drop_on', about)} onClick={onDrop} />
    </Flex>
  );
}

function sorted(spans: DaySpan[]): DaySpan[] {
  return [...spans].sort((a, b) => a.open.localeCompare(b.open));
}

function textOf(t: Words, { rule, other }: SpanProblem): string {
  return other ? t('rule_overlap', { ...other, day: t(other.day) }) : t(rule);
}
