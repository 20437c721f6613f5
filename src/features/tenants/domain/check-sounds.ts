import { QUEUE_SETTINGS } from '../../queues/domain/queue-settings';
import type { DeclaredQueue } from './read-queues';
import { didYouMean } from './suggest';
import type { Locale, NumberSpec, SegmentSpec } from './tenant-spec';
import type { Located, YamlCursor } from './yaml-cursor';

/** The names of the sounds that there are, by locale. */
export type KnownSounds = ReadonlyMap<string, ReadonlySet<string>>;

interface Naming {
  locale: Locale;
  numbers: Located<NumberSpec>[];
  queues: Located<DeclaredQueue>[];
  segments: Located<SegmentSpec>[];
}

const QUEUE_SOUNDS = QUEUE_SETTINGS.filter(({ type }) => type.kind === 'sound');

/** Notes every sound that is named and missing: the switch would play nothing, and nobody would know why. */
export function checkSounds({ locale, numbers, queues, segments }: Naming, sounds: KnownSounds): void {
  const known = sounds.get(locale) ?? new Set<string>();
  const check = (field: YamlCursor, name: unknown): void => {
    if (typeof name !== 'string' || name === '' || known.has(name)) return;
    const choices = [...known].sort();
    field.refuse(() => `must be a sound of the locale ${locale} (${choices.join(', ') || 'it has none'})${didYouMean(name, choices)}`, name);
  };
  for (const { value, at } of numbers) {
    check(at.field('greeting'), value.greeting);
    check(at.field('closed'), value.closed);
  }
  for (const { value, at } of segments) check(at.field('greeting'), value.greeting);
  for (const { value, at } of queues) {
    for (const { key, yamlName } of QUEUE_SOUNDS) check(at.field(yamlName), value.spec[key]);
  }
}
