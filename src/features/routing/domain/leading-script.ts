import { isOpen } from '../../numbers/domain/opening-hours';
import type { LeadingScript, NumberRouting } from './tenant-routing';

/**
 * Which script leads a call at an instant: the first one in the list whose calendar is open then, otherwise the number's own;
 * null for straight to the queue. That the number itself is open is asked before.
 * @param timezone IANA, in which the calendars are written
 */
export function leadingScript(
  { scriptsByHours, script }: Pick<NumberRouting, 'scriptsByHours' | 'script'>,
  at: Date,
  timezone: string,
): LeadingScript | null {
  return scriptsByHours.find(({ hours }) => isOpen(hours, timezone, at))?.script ?? script;
}
