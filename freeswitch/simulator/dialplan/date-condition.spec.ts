import { XmlElement } from '../xml/xml-element';
import { dateHolds } from './date-condition';

/** Saturday 21 November 2026, 19:58:16 UTC: Sunday 03:58:16 in Shanghai. */
const AT = Date.UTC(2026, 10, 21, 19, 58, 16);

it.each([
  [{}, 'UTC', undefined],
  [{ wday: '7' }, 'UTC', true],
  [{ wday: '2-6' }, 'UTC', false],
  [{ wday: 'mon-fri' }, 'UTC', false],
  [{ wday: '1' }, 'Asia/Shanghai', true],
  [{ 'time-of-day': '09:00-18:00' }, 'UTC', false],
  [{ 'time-of-day': '09:00-18:00,19:00-20:00' }, 'UTC', true],
  [{ 'time-of-day': '22:00-06:00' }, 'Asia/Shanghai', true],
  [{ mon: '11', mday: '21', year: '2026', hour: '19', minute: '0-58' }, 'UTC', true],
  [{ mon: '11', mday: '20' }, 'UTC', false],
  [{ 'date-time': '2026-11-21 00:00~2026-11-22 00:00' }, 'UTC', true],
  [{ 'date-time': '2026-12-24 00:00~2026-12-27 00:00' }, 'UTC', false],
])('%j in %s: %s', (attributes, zone, holds) => {
  expect(dateHolds(new XmlElement('condition', new Map(Object.entries(attributes))), AT, zone)).toBe(holds);
});
