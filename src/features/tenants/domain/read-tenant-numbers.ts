import { MOST_SCRIPTS_BY_HOURS } from '../../numbers/domain/scripts-by-hours';
import { readPhoneNumber } from '../../numbers/domain/phone-number';
import { readSound } from './read-queues';
import type { NumberSpec, ScriptByHoursSpec } from './tenant-spec';
import { ANY_TEXT, NAME, QUEUE_NAME } from './text-rules';
import type { Located, YamlCursor } from './yaml-cursor';

export function readTenantNumbers(section: YamlCursor): Located<NumberSpec>[] {
  return section.items('a list of numbers').flatMap((at) => {
    if (!at.expectMap(['number', 'queue', 'greeting', 'hours', 'ivr', 'closed', 'scripts_by_hours', 'tests_draft'])) return [];
    const hours = at.field('hours');
    const ivr = at.field('ivr');
    const testsDraft = at.field('tests_draft');
    const value: NumberSpec = {
      number: readNumber(at.field('number')),
      queue: at.field('queue').text(QUEUE_NAME),
      greeting: readSound(at.field('greeting')),
      hours: hours.present ? hours.text(NAME) : null,
      ivr: ivr.present ? ivr.text(NAME) : null,
      closed: readSound(at.field('closed')),
      scriptsByHours: readScriptsByHours(at.field('scripts_by_hours')),
      testsDraft: testsDraft.present && testsDraft.flag(),
    };
    return [{ value, at }];
  });
}

function readScriptsByHours(section: YamlCursor): ScriptByHoursSpec[] {
  const items = section.items('a list of scripts and their hours');
  if (items.length > MOST_SCRIPTS_BY_HOURS) section.refuse(`must hold ${MOST_SCRIPTS_BY_HOURS} scripts at the most`, items.length);
  return items.flatMap((at) => (at.expectMap(['hours', 'ivr']) ? [{ hours: at.field('hours').text(NAME), ivr: at.field('ivr').text(NAME) }] : []));
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
