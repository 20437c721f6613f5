import { OmitType, PartialType } from '@nestjs/swagger';
import { IdField, ListField, ObjectField, TextField, TextListField, TimeField } from '../../platform/http/fields';
import type { DaySpan, WeeklyHours } from '../numbers/domain/opening-hours';
import { NAME } from '../tenants/domain/text-rules';

const TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const time = { min: 5, max: 5, pattern: TIME, patternRule: 'must be a time such as 08:00, at most 24:00' };

export class DaySpanDto implements DaySpan {
  @TextField({ ...time, example: '08:00' })
  open: string;

  @TextField({ ...time, example: '20:00', description: 'Before `open`, the span runs over midnight.' })
  close: string;
}

/** A day that is left out is closed. */
export class WeekDto {
  @ListField(() => DaySpanDto, { optional: true, max: 24 })
  mon: DaySpanDto[] = [];

  @ListField(() => DaySpanDto, { optional: true, max: 24 })
  tue: DaySpanDto[] = [];

  @ListField(() => DaySpanDto, { optional: true, max: 24 })
  wed: DaySpanDto[] = [];

  @ListField(() => DaySpanDto, { optional: true, max: 24 })
  thu: DaySpanDto[] = [];

  @ListField(() => DaySpanDto, { optional: true, max: 24 })
  fri: DaySpanDto[] = [];

  @ListField(() => DaySpanDto, { optional: true, max: 24, example: [] })
  sat: DaySpanDto[] = [];

  @ListField(() => DaySpanDto, { optional: true, max: 24, example: [] })
  sun: DaySpanDto[] = [];
}

const HOLIDAY = {
  pattern: /^\d{4}-\d\d-\d\d$/,
  patternRule: 'must be a date, YYYY-MM-DD',
  min: 10,
  max: 10,
  maxItems: 400,
  example: ['2026-10-01', '2026-10-02'],
  description: 'Dates on which nothing opens.',
};

/** Opening hours in the tenant's time zone. */
export class HoursDto implements WeeklyHours {
  @ObjectField(() => WeekDto)
  week: WeekDto;

  @TextListField({ ...HOLIDAY, optional: true })
  holidays: string[] = [];
}

export class CalendarDto {
  @IdField('calendar')
  id: string;

  @TextField({ max: 41, pattern: NAME.pattern, patternRule: NAME.rule, example: 'office-hours' })
  name: string;

  @ObjectField(() => HoursDto)
  hours: HoursDto;

  @TimeField()
  createdAt: Date;
}

export class CreateCalendarDto extends OmitType(CalendarDto, ['id', 'createdAt'] as const) {}

export class ChangeCalendarDto extends PartialType(CreateCalendarDto, { skipNullProperties: false }) {}
