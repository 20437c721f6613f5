import { jobOptions, retryDelay } from './event-jobs';

it.each([
  [1, 500],
  [2, 1000],
  [3, 2000], // 500 × 2²
  [7, 32_000], // 500 × 2⁶
  [8, 60_000], // 500 × 2⁷ = 64,000, more than a minute
  [2879, 60_000],
])('after %i attempts the next comes in %i ms', (attempts, delay) => {
  expect(retryDelay(attempts)).toBe(delay);
});

it('names one event alike each time, and another event of the same number differently', () => {
  const entry = { id: '7', createdAt: new Date('2026-11-21T10:00:00.000Z') };
  const restored = { id: '7', createdAt: new Date('2026-11-22T10:00:00.000Z') };
  expect(jobOptions(entry, 'settle-call').jobId).toBe(jobOptions({ ...entry }, 'settle-call').jobId);
  expect(jobOptions(entry, 'settle-call').jobId).not.toBe(jobOptions(entry, 'rate-usage').jobId);
  expect(jobOptions(entry, 'settle-call').jobId).not.toBe(jobOptions(restored, 'settle-call').jobId);
});
