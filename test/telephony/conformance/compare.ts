/** Whole seconds of a clock that both sides read at moments of their own: one more or less is the same. */
const SECONDS = new Set(['waitSeconds', 'talkSeconds', 'billSeconds', 'seconds']);
export const TOLERANCE_SECONDS = 1;

/** Two switches may each be one second off, to either side. */
export const BETWEEN_SWITCHES_SECONDS = 2;

/** The part of something that is told beforehand; what is left out may be anything. */
export type Expected<T> = T extends readonly (infer U)[]
  ? Expected<U>[]
  : T extends object
    ? { [K in keyof T]?: Expected<T[K]> }
    : T;

/**
 * What differs, one line each: `path: expected … but was …`. Fields that the expectation leaves out may be anything;
 * lists must be of one length.
 *
 * @param tolerance how many seconds more or less a duration may have
 */
export function differences(expected: unknown, actual: unknown, tolerance = TOLERANCE_SECONDS, path = ''): string[] {
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((each, index) => differences(each, actual[index], tolerance, `${path}[${index}]`));
  }
  if (isObject(expected) && isObject(actual)) {
    const fields = Object.entries(expected);
    return fields.flatMap(([key, value]) => differences(value, actual[key], tolerance, `${path}.${key}`));
  }
  const isDuration = SECONDS.has(path.slice(path.lastIndexOf('.') + 1));
  if (isSame(expected, actual, isDuration ? tolerance : 0)) return [];
  return [`${path.replace(/^\./, '')}: expected ${JSON.stringify(expected)} but was ${JSON.stringify(actual)}`];
}

function isSame(expected: unknown, actual: unknown, tolerance: number): boolean {
  if (typeof expected === 'number' && typeof actual === 'number') return Math.abs(expected - actual) <= tolerance;
  return JSON.stringify(expected) === JSON.stringify(actual);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
