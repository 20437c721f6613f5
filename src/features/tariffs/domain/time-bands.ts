import { addDays, clockChangeOn, instantsOf, type LocalDate, localDateOf, startOfDay } from '../../../platform/time/calendar';
import { type DaySpan, isOpen, minutesOf, type Weekday, WEEKDAYS } from '../../numbers/domain/opening-hours';

/** A part of the week in which other prices hold, such as `night`. */
export interface TimeBand {
  readonly name: string;
  /** Of the week, in the tariff's zone; a span over midnight belongs to the day on which it begins. */
  readonly week: Readonly<Record<Weekday, DaySpan[]>>;
  /** Whether it holds all day on the tariff's holidays. */
  readonly holidays: boolean;
}

/** The time that no band covers: rows that name no band hold in it, and wherever a band has no row of its own. */
export const ANY_TIME = '';

/** A stretch of one band. Epoch milliseconds. */
interface Stretch {
  readonly from: number;
  readonly band: string;
}

const DAY_MS = 86_400_000;
const MINUTES_A_DAY = 1440;
/** Some years of days: a month's calls need some thirty. */
const MOST_KEPT = 2000;

/**
 * Which band holds when. The wall clock decides: a band keeps its hours over a change of clocks. Of several bands that cover
 * a moment the first one holds; on a holiday, from midnight to midnight, the first one that has holidays, and if none has,
 * none holds.
 */
export class BandClock {
  /** By UTC day: to ask the wall clock for each call would cost more than all the rest of its rating. */
  private readonly days = new Map<number, readonly Stretch[]>();
  private readonly holidays: ReadonlySet<LocalDate>;

  constructor(
    private readonly bands: readonly TimeBand[],
    holidays: readonly LocalDate[],
    private readonly zone: string,
  ) {
    this.holidays = new Set(holidays);
  }

  /**
   * The band at an instant, and the next instant at which another one may hold.
   * @param at epoch milliseconds
   */
  at(at: number): { band: string; until: number } {
    const day = Math.floor(at / DAY_MS);
    const stretches = this.stretchesOf(day);
    const next = stretches.findIndex(({ from }) => from > at);
    const index = next === -1 ? stretches.length - 1 : next - 1;
    return { band: stretches[index]?.band ?? ANY_TIME, until: stretches[index + 1]?.from ?? (day + 1) * DAY_MS };
  }

  private stretchesOf(day: number): readonly Stretch[] {
    const known = this.days.get(day);
    if (known) return known;
    if (this.days.size >= MOST_KEPT) this.days.clear();
    const start = day * DAY_MS;
    const changes = [start, ...this.changesAround(start).filter((change) => change > start && change < start + DAY_MS)];
    const stretches: Stretch[] = [];
    for (const from of changes) {
      const band = this.bandAt(new Date(from));
      if (stretches.at(-1)?.band !== band) stretches.push({ from, band });
    }
    this.days.set(day, stretches);
    return stretches;
  }

  /** Every instant near a UTC day at which a band may begin or end, in order. */
  private changesAround(start: number): number[] {
    const first = addDays(localDateOf(new Date(start), this.zone), -1);
    const dates = [0, 1, 2, 3].map((days) => addDays(first, days));
    const minutes = [...new Set(this.bands.flatMap(({ week }) => WEEKDAYS.flatMap((weekday) => week[weekday].flatMap(boundsOf))))];
    const changes = dates.flatMap((date) => [
      startOfDay(date, this.zone), clockChangeOn(date, this.zone),
      ...minutes.flatMap((minute) => instantsOf(date, minute, this.zone)),
    ]);
    return [...new Set(changes.flatMap((change) => change?.getTime() ?? []))].sort((a, b) => a - b);
  }

  private bandAt(instant: Date): string {
    const isHoliday = this.holidays.has(localDateOf(instant, this.zone));
    const holding = this.bands.find(({ week, holidays }) => (isHoliday ? holidays : isOpen({ week, holidays: [] }, this.zone, instant)));
    return holding?.name ?? ANY_TIME;
  }
}

/** Midnight is a change anyway. */
function boundsOf({ open, close }: DaySpan): number[] {
  return [minutesOf(open) ?? 0, minutesOf(close) ?? 0].filter((minutes) => minutes % MINUTES_A_DAY !== 0);
}
