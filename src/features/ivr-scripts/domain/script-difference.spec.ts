import { differenceOf } from './script-difference';

const base = {
  start: 'a', fallback: 'care', layout: { a: { x: 0, y: 0 } },
  steps: { a: { type: 'menu', options: { 1: 'b', 2: 'c' }, prompts: [{ sound: 'x' }] }, b: { type: 'hang_up' } },
};

it.each([
  ['nothing', base, []],
  ['where a step is drawn', { ...base, layout: { a: { x: 9, y: 9 } } }, []],
  ['the order of fields', { steps: base.steps, fallback: 'care', start: 'a' }, []],
  ['the start', { ...base, start: 'b' }, ['null changed /start "a" "b"']],
  ['a step', { ...base, steps: { a: base.steps.a } }, ['b removed  {"type":"hang_up"} null']],
  ['a key and a prompt', { ...base, steps: { ...base.steps, a: { type: 'menu', options: { 1: 'c', 3: 'c' }, prompts: [{ sound: 'y' }] } } }, [
    'a changed /options/1 "b" "c"', 'a removed /options/2 "c" null', 'a added /options/3 null "c"', 'a changed /prompts [{"sound":"x"}] [{"sound":"y"}]',
  ]],
])('tells that %s changed', (_, after, expected) => {
  const told = differenceOf(base, after).map((each) => `${each.step} ${each.change} ${each.pointer} ${JSON.stringify(each.before)} ${JSON.stringify(each.after)}`);
  expect(told).toEqual(expected);
});
