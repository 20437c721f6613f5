import { readPhoneNumber } from '../../numbers/domain/phone-number';
import { readSound } from './read-queues';
import type { NumberSpec } from './tenant-spec';
import { ANY_TEXT, NAME, QUEUE_NAME } from './text-rules';
import type { Located, YamlCursor } from './yaml-cursor';

export function readTenantNumbers(section: YamlCursor): Located<NumberSpec>[] {
  return section.items('a list of numbers').flatMap((at) => {
    if (!at.expectMap(['number', 'queue', 'greeting', 'hours', 'ivr', 'closed'])) return [];
    const hours = at.field('hours');
    const ivr = at.field('ivr');
    const value: NumberSpec = {
      number: readNumber(at.field('number')),
      queue: at.field('queue').text(QUEUE_NAME),
      greeting: readSound(at.field('greeting')),
      hours: hours.present ? hours.text(NAME) : null,
      ivr: ivr.present ? ivr.text(NAME) : null,
      closed: readSound(at.field('closed')),
    };
    return [{ value, at }];
  });
}

/** In canonical form; empty where it is none, which is noted. */
export function readNumber(field: YamlCursor): string {
  const before = field.context.problems.length;
  const text = field.text(ANY_TEXT);
  if (field.context.problems.length > before) return '';
  const reading = readPhoneNumber(text);
  if (reading.ok) return reading.number;
  field.refuse(reading.rule, text);
  return '';
}
