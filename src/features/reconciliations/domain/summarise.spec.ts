import { summarise } from './summarise';

it('sums the steps of each tenant up and keeps some examples', () => {
  const found = summarise([
    { correction: { kind: 'free-agent', agent: '1001@a.test' }, accepted: true },
    { correction: { kind: 'free-agent', agent: '1002@a.test' }, accepted: false },
    { correction: { kind: 'reload-queue', queue: 'care@b.test' }, accepted: true },
  ]);
  expect(Object.fromEntries(found)).toEqual({
    'a.test': { counts: { 'free-agent': 2 }, refused: 1, examples: ['free-agent 1001@a.test', 'free-agent 1002@a.test'] },
    'b.test': { counts: { 'reload-queue': 1 }, refused: 0, examples: ['reload-queue care@b.test'] },
  });
});

it('counts all of them, however many, and shows the first twenty', () => {
  const steps = Array.from({ length: 200 }, (_, index) => ({
    correction: { kind: 'add-agent' as const, agent: `${index}@a.test` },
    accepted: true,
  }));
  const found = summarise(steps).get('a.test');
  expect(found?.counts).toEqual({ 'add-agent': 200 });
  expect(found?.examples).toHaveLength(20);
});
