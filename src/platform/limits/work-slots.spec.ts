import { RightOfWay } from './right-of-way';
import { type Slot, WorkSlots } from './work-slots';

const never = new Promise<void>(() => undefined);
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('lets so many of a tenant work at once, the others in order, and another tenant at any time', async () => {
  const slots = new WorkSlots(new RightOfWay(), 2, 10);
  const order: number[] = [];
  const work = [1, 2, 3, 4].map((number) => slots.take('a', 1000, never).then((slot) => (order.push(number), slot)));
  const other = slots.take('b', 1000, never);
  await settled();
  expect(order).toEqual([1, 2]);
  expect(await other).not.toBeNull();
  (await work[0])?.giveBack();
  await settled();
  expect(order).toEqual([1, 2, 3]);
  (await work[0])?.giveBack();
  await settled();
  // a slot is given back once, however often somebody says so
  expect(order).toEqual([1, 2, 3]);
  (await work[1])?.giveBack();
  await settled();
  expect(order).toEqual([1, 2, 3, 4]);
});

it('refuses whom the line has no room for', async () => {
  const slots = new WorkSlots(new RightOfWay(), 1, 1);
  const first = await slots.take('a', 1000, never);
  const second = slots.take('a', 1000, never);
  expect(await slots.take('a', 1000, never)).toBeNull();
  first?.giveBack();
  expect(await second).not.toBeNull();
});

it('does not keep a place for who has gone', async () => {
  const slots = new WorkSlots(new RightOfWay(), 1, 1);
  const first = await slots.take('a', 1000, never);
  let leave = () => undefined as void;
  void slots.take('a', 1000, new Promise<void>((resolve) => (leave = resolve)));
  leave();
  await settled();
  const third = slots.take('a', 1000, never);
  first?.giveBack();
  expect(await third).not.toBeNull();
});

it('spreads out what comes together, at the tenant\'s rate', async () => {
  jest.useFakeTimers();
  try {
    const slots = new WorkSlots(new RightOfWay(), 100, 100);
    let begun = 0;
    for (let turn = 0; turn < 24; turn += 1) void slots.take('a', 10, never).then(() => (begun += 1));
    const at: number[] = [];
    for (const step of [0, 99, 1, 100, 1000]) {
      await jest.advanceTimersByTimeAsync(step);
      at.push(begun);
    }
    // 20 at once, then one in 100 ms
    expect(at).toEqual([20, 20, 21, 22, 24]);
  } finally {
    jest.useRealTimers();
  }
});

it('has who is over its pace begin after the others at work, and not wait for ever', async () => {
  jest.useFakeTimers();
  try {
    const slots = new WorkSlots(new RightOfWay(), 100, 100);
    const begun: string[] = [];
    const paced = [...Array(22).keys()].map((turn) => slots.take('loud', 10, never).then((slot) => (begun.push(`loud ${turn}`), slot)));
    const first = await slots.take('quiet', 10, never);
    await jest.advanceTimersByTimeAsync(110);
    // its turn came at 100 ms, and the quiet tenant's request is still at work
    expect(begun).toHaveLength(20);
    first?.giveBack();
    await jest.advanceTimersByTimeAsync(0);
    expect(begun).toHaveLength(21);
    const second = await slots.take('quiet', 10, never);
    expect(second).not.toBeNull();
    await jest.advanceTimersByTimeAsync(90 + 24);
    expect(begun).toHaveLength(21);
    await jest.advanceTimersByTimeAsync(1);
    expect(begun).toHaveLength(22);
    const over = (await Promise.all(paced)).map((slot: Slot | null) => slot?.isOver);
    // the first 20 at once, then two that had to wait
    expect(over).toEqual([...Array(20).fill(false), true, true]);
  } finally {
    jest.useRealTimers();
  }
});
