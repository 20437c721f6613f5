import { WorkSlots } from './work-slots';

const never = new Promise<void>(() => undefined);
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('lets so many of a tenant work at once, the others in order, and another tenant at any time', async () => {
  const slots = new WorkSlots(2, 10);
  const order: number[] = [];
  const work = [1, 2, 3, 4].map((number) => slots.take('a', never).then((giveBack) => (order.push(number), giveBack)));
  const other = slots.take('b', never);
  await settled();
  expect(order).toEqual([1, 2]);
  expect(await other).not.toBeNull();
  (await work[0])?.();
  await settled();
  expect(order).toEqual([1, 2, 3]);
  (await work[0])?.();
  await settled();
  // a slot is given back once, however often somebody says so
  expect(order).toEqual([1, 2, 3]);
  (await work[1])?.();
  await settled();
  expect(order).toEqual([1, 2, 3, 4]);
});

it('refuses whom the line has no room for', async () => {
  const slots = new WorkSlots(1, 1);
  const first = await slots.take('a', never);
  const second = slots.take('a', never);
  expect(await slots.take('a', never)).toBeNull();
  first?.();
  expect(await second).not.toBeNull();
});

it('does not keep a place for who has gone', async () => {
  const slots = new WorkSlots(1, 1);
  const first = await slots.take('a', never);
  let leave = () => undefined as void;
  void slots.take('a', new Promise<void>((resolve) => (leave = resolve)));
  leave();
  await settled();
  const third = slots.take('a', never);
  first?.();
  expect(await third).not.toBeNull();
});
