import { SharedQuestion } from './shared-question';

/** A question whose answers are given by hand; each tells how many were asked before it. */
function byHand() {
  const open: { answer(): void; fail(): void }[] = [];
  let asked = 0;
  const shared = new SharedQuestion(
    () =>
      new Promise<number>((resolve, reject) => {
        const number = (asked += 1);
        open.push({ answer: () => resolve(number), fail: () => reject(new Error(`failed ${number}`)) });
      }),
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { shared, open, settle, asked: () => asked };
}

it('asks once for all who ask at the same time', async () => {
  const { shared, open, settle, asked } = byHand();
  const answers = [shared.answer(), shared.answer(), shared.answer()];
  await settle();
  open[0]?.answer();
  expect(await Promise.all(answers)).toEqual([1, 1, 1]);
  expect(asked()).toBe(1);
});

it('gives whoever asks while one is under way the next one', async () => {
  const { shared, open, settle, asked } = byHand();
  const first = shared.answer();
  await settle();
  const later = [shared.answer(), shared.answer()];
  await settle();
  expect(asked()).toBe(1);
  open[0]?.answer();
  await settle();
  open[1]?.answer();
  expect(await first).toBe(1);
  expect(await Promise.all(later)).toEqual([2, 2]);
});

it('tells of a failure those who waited for it, and asks again for the others', async () => {
  const { shared, open, settle } = byHand();
  const first = shared.answer();
  await settle();
  const later = shared.answer();
  open[0]?.fail();
  await expect(first).rejects.toThrow('failed 1');
  await settle();
  open[1]?.answer();
  expect(await later).toBe(2);
});
