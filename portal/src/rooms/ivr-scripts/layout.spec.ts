import type { ScriptDocument } from './document';
import { arranged, BEGIN, heightOf, NODE_WIDTH } from './layout';

const queue = { type: 'queue', queue: 'care' };
const SCRIPT: ScriptDocument = {
  start: 'menu',
  fallback: 'care',
  steps: {
    menu: { type: 'menu', options: { 1: 'one', 2: 'two', 8: 'menu', 9: 'menu' }, on_no_choice: 'people' },
    one: { type: 'play', next: 'people' },
    two: { type: 'play', next: 'menu' },
    people: queue,
    alone: queue,
  },
};
const placeOf = (script: ScriptDocument, name: string) => arranged(script).places.get(name)!;

it('draws from left to right as calls go, and no step over another', () => {
  const { places } = arranged(SCRIPT);
  const x = (name: string) => places.get(name)!.x;
  expect([x(BEGIN) < x('menu'), x('menu') < x('one'), x('one') < x('people')]).toEqual([true, true, true]);
  const all = Object.keys(SCRIPT.steps).map((name) => places.get(name)!);
  const overlaps = all.filter((a) => all.some((b) => a !== b && Math.abs(a.x - b.x) < NODE_WIDTH && Math.abs(a.y - b.y) < heightOf(1)));
  expect(overlaps).toEqual([]);
});

it('leads what goes back below the steps, each on a lane of its own', () => {
  const { lanes, places } = arranged(SCRIPT);
  expect([...lanes.keys()].sort()).toEqual(['menu/options/8', 'menu/options/9', 'two/next']);
  expect(new Set(lanes.values()).size).toBe(3);
  expect(Math.min(...lanes.values())).toBeGreaterThan(places.get('menu')!.y + heightOf(5));
});

it('leaves what was put somewhere by hand where it is', () => {
  const placed = { ...SCRIPT, layout: { one: { x: 1000, y: -500 } } };
  expect(placeOf(placed, 'one')).toEqual({ x: 1000, y: -500 });
  expect(arranged(placed).bends.size).toBe(0);
});
