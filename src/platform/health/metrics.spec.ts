import { Metrics } from './metrics';

it('tells a measured gauge, and the others though one cannot be measured', async () => {
  const metrics = new Metrics();
  let value = 7;
  metrics.measure('good', 'Measured.', () => Promise.resolve(value));
  metrics.measure('bad', 'Out of reach.', () => Promise.reject(new Error('no database')));
  expect(await metrics.render()).toMatch(/^good 7$/m);
  value = 8;
  const text = await metrics.render();
  expect(text).toMatch(/^good 8$/m);
  expect(text).toMatch(/^bad Nan$/im);
});
