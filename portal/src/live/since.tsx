import { duration } from '../texts/formats';
import { useServerNow } from './use-server-now';

/** How long something lasts. It alone is drawn anew each second, and not the table that it stands in. @param at ISO 8601 */
export function Since({ at }: { at: string }) {
  return duration((useServerNow() - Date.parse(at)) / 1000);
}
