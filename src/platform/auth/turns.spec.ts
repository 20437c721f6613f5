import { Turns } from './turns';

/** Work that ends when it is told to. */
function work() {
  let end = () => {};
  const done = new Promise<void>((resolve) => (end = resolve));
  return { begun: false, end, run: () => done };
}

it('runs so many at once, in the order they came, and turns away who would wait too long', async () => {
  const turns = new Turns(2, 2);
  const begun: number[] = [];
  const works = Array.from({ length: 4 }, work);
  const taken = works.map(({ run }, at) => turns.take(() => (begun.push(at), run())));
  await expect(turns.take(async () => begun.push(99))).rejects.toMatchObject({ code: 'unavailable', retryAfterSeconds: 1 });
  expect(begun).toEqual([0, 1]);
  works[1]?.end();
  await taken[1];
  expect(begun).toEqual([0, 1, 2]);
  for (const each of works) each.end();
  await Promise.all(taken);
  expect(begun).toEqual([0, 1, 2, 3]);
});

it('gives a turn back that failed', async () => {
  const turns = new Turns(1, 1);
  await expect(turns.take(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  await expect(turns.take(async () => 'done')).resolves.toBe('done');
});
