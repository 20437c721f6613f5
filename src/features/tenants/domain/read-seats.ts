import { RANGE_KEYS, readNumbersOf, readRange } from './read-numbers-of';
import { readNumber } from './read-tenant-numbers';
import type { SeatSpec } from './tenant-spec';
import type { Located, YamlCursor } from './yaml-cursor';

export function readSeats(section: YamlCursor): Located<SeatSpec>[] {
  return section.items('a list of extensions and ranges').flatMap((at) => readSeatsOf(at).map((value) => ({ value, at })));
}

function readSeatsOf(item: YamlCursor): SeatSpec[] {
  if (!item.isMap) return readRange(item).map((extension) => ({ extension, callerNumber: null }));
  if (!item.expectMap(['extension', ...RANGE_KEYS, 'caller_number'])) return [];
  const field = item.field('caller_number');
  const callerNumber = field.present ? readNumber(field) : null;
  return readNumbersOf(item, 'extension').map((extension) => ({ extension, callerNumber }));
}
