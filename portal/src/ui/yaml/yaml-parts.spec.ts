import { partsOf } from './yaml-parts';

const told = (line: string) => partsOf(line).map(({ kind, text }) => `${kind}:${text}`);

it.each([
  ['name: Care', ['key:name', 'plain:: Care']],
  ['# all of it', ['comment:# all of it']],
  ['price: "0.10" # a minute', ['key:price', 'plain:: ', 'text:"0.10"', 'plain: ', 'comment:# a minute']],
  ['  - { number: "95003", queue: hotline }', ['plain:  - { ', 'key:number', 'plain:: ', 'text:"95003"', 'plain:, ', 'key:queue', 'plain:: hotline }']],
  ['color: a#b', ['key:color', 'plain:: a#b']],
  ['mon-fri: "08:00-20:00"', ['key:mon-fri', 'plain:: ', 'text:"08:00-20:00"']],
  ['  "start": "menu",', ['plain:  ', 'key:"start"', 'plain:: ', 'text:"menu"', 'plain:,']],
  ['', []],
])('%j', (line, parts) => {
  expect(told(line)).toEqual(parts);
  expect(partsOf(line).map(({ text }) => text).join('')).toBe(line);
});
