import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { Configuration } from '../../platform/tenancy/configuration';
import { NumbersReader } from '../numbers/numbers.reader';
import type { Calendar } from './calendar.entity';
import type { ChangeCalendarDto, CreateCalendarDto, HoursDto } from './calendars.dto';
import { CalendarsRepository } from './calendars.repository';
import { checkHours } from './domain/check-hours';

@Injectable()
export class CalendarsService {
  constructor(
    private readonly calendars: CalendarsRepository,
    private readonly numbers: NumbersReader,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  list(request: PageRequest): Promise<Page<Calendar>> {
    return this.calendars.page(request);
  }

  async get(id: string): Promise<Calendar> {
    const calendar = await this.calendars.find(id);
    if (!calendar) throw AppError.notFound();
    return calendar;
  }

  create({ name, hours }: CreateCalendarDto): Promise<Calendar> {
    refuseWrong(hours);
    return this.configuration.change(async () => {
      const id = newId('calendar');
      await this.refuseTaken(id, name);
      await this.calendars.insert({ id, name, hours, version: 1, createdAt: this.clock.now() });
      return this.get(id);
    });
  }

  change(id: string, version: number, body: ChangeCalendarDto): Promise<Calendar> {
    if (body.hours) refuseWrong(body.hours);
    return this.configuration.change(async () => {
      await this.get(id);
      if (body.name !== undefined) await this.refuseTaken(id, body.name);
      if (!(await this.calendars.save(id, version, { ...body }))) throw AppError.stale();
      return this.get(id);
    });
  }

  async remove(id: string, version: number): Promise<void> {
    await this.configuration.change(async () => {
      // first: a number that is to keep these hours holds it
      if (!(await this.calendars.lock(id))) throw AppError.notFound();
      const number = await this.numbers.ofCalendar(id);
      if (number) throw new AppError('conflict', `The number ${number.number} keeps these hours.`);
      if (!(await this.calendars.remove(id, version))) throw AppError.stale();
    });
  }

  private async refuseTaken(id: string, name: string): Promise<void> {
    const namesake = await this.calendars.findByName(name);
    if (namesake && namesake.id !== id) throw new AppError('conflict', 'There is a calendar of that name.');
  }
}

function refuseWrong(hours: HoursDto): void {
  const problems = checkHours(hours).map(({ pointer, rule }) => ({ pointer: `/hours${pointer}`, rule }));
  if (problems.length > 0) throw new AppError('invalid_request', 'The hours break a rule; see errors.', problems);
}
