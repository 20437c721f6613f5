import { RANGE_KEYS, readNumbersOf, readRange } from './read-numbers-of';
import type { SeatSpec } from './tenant-spec';
import type { Located, YamlCursor } from './yaml-cursor';

export function readSeats(section: YamlCursor): Located<SeatSpec>[] {
  return section
    .items('a list of extensions and ranges')
    .flatMap((at) => readExtensions(at).map((extension) => ({ value: { extension }, at })));
}

function readExtensions(item: YamlCursor): string[] {
  if (!item.isMap) return readRange(item);
  return item.expectMap(['extension', ...RANGE_KEYS]) ? readNumbersOf(item, 'extension') : [];
}
