import type { Action } from '../../../telephony/xml/dialplan-xml';
import type { Locale } from '../../tenants/domain/tenant-spec';
import type { NumberRouting, SegmentRouting } from './tenant-routing';

/** The language that a caller is spoken to in, on his leg; nothing there for the tenant's own. */
export const LANGUAGE_VARIABLE = 'seatline_language';

/** The customer who calls, and how customers of its segment are served. */
export interface KnownCaller {
  id: string;
  /** Null where it is not known. */
  language: Locale | null;
  segment: SegmentRouting | null;
}

/**
 * A number as this caller finds it: what the segment says of greeting and queue goes before what the number says. Who has a
 * desk of his own is asked by no menu which one he wants.
 */
export function servedAs(number: NumberRouting, caller: KnownCaller | null): NumberRouting {
  const { greeting = null, queue = null } = caller?.segment ?? {};
  const led = queue === null ? {} : { script: null, scriptsByHours: [] };
  return { ...number, greeting: greeting ?? number.greeting, queue: queue ?? number.queue, ...led };
}

/**
 * Says on the channel who calls, for the call's record: ids and a language alone, as variables stand in logs. mod_callcenter adds
 * cc_base_score, in seconds, to the time that a caller has waited, in each queue that the call comes to.
 */
export function introduceCaller(caller: KnownCaller | null): Action[] {
  if (caller === null) return [];
  const { id, language, segment } = caller;
  return [
    ['set', `seatline_customer=${id}`],
    ...(language === null ? [] : ([['set', `${LANGUAGE_VARIABLE}=${language}`]] satisfies Action[])),
    ...(segment === null ? [] : ([['set', `seatline_segment=${segment.id}`]] satisfies Action[])),
    ...(segment === null || segment.prioritySeconds === 0 ? [] : ([['set', `cc_base_score=${segment.prioritySeconds}`]] satisfies Action[])),
  ];
}
