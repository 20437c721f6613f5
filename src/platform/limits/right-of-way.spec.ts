import { NEWCOMERS, RightOfWay } from './right-of-way';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** @returns whether `work` has ended after so many milliseconds */
async function within(milliseconds: number, work: Promise<void>): Promise<boolean> {
  let ended = false;
  void work.then(() => (ended = true));
  await jest.advanceTimersByTimeAsync(milliseconds);
  return ended;
}

it('waits for nobody who is of the same tenant', async () => {
  const way = new RightOfWay();
  way.enter('loud');
  way.enter('loud');
  expect(await within(0, way.letPass('loud'))).toBe(true);
});

it('goes on as soon as the last of the others has ended, whoever else says so twice', async () => {
  const way = new RightOfWay();
  const [first, second] = [way.enter('quiet'), way.enter('other')];
  const passing = way.letPass('loud');
  first();
  first();
  expect(await within(10, passing)).toBe(false);
  second();
  expect(await within(0, passing)).toBe(true);
});

it('lets those pass whose tenant is not known yet', async () => {
  const way = new RightOfWay();
  const known = way.enter(NEWCOMERS);
  const passing = way.letPass('loud');
  expect(await within(10, passing)).toBe(false);
  known();
  expect(await within(0, passing)).toBe(true);
});

it('waits for 25 ms at the most', async () => {
  const way = new RightOfWay();
  way.enter('quiet');
  const passing = way.letPass('loud');
  expect(await within(24, passing)).toBe(false);
  expect(await within(1, passing)).toBe(true);
});
