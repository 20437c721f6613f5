import { ratePerSecond } from './bucket';
import { rateHeaders, retryAfter } from './rate-headers';

const level = (name: string, perSecond: number, remaining: number, fullInMs = 0, retryInMs = 0) => ({
  bucket: { name, key: 'x', ...ratePerSecond(perSecond) },
  remaining,
  fullInMs,
  retryInMs,
});

it.each([
  [[level('tenant', 50, 499, 20)], '"tenant";q=500;w=10', '"tenant";r=499;t=1'],
  [[level('principal', 25, 200, 2000), level('tenant', 50, 100, 8001)], '"principal";q=250;w=10, "tenant";q=500;w=10', '"tenant";r=100;t=9, "principal";r=200;t=2'],
  [[level('address', 0.05, 0, 20_000, 20_000)], '"address";q=1;w=20', '"address";r=0;t=20'],
])('says of %j', (levels, policy, limit) => {
  expect(rateHeaders(levels)).toEqual({ 'RateLimit-Policy': policy, RateLimit: limit });
});

it.each([
  [[level('a', 1, 1)], null],
  [[level('a', 1, 0, 900, 1)], 1],
  [[level('a', 1, 0, 900, 1000)], 1],
  [[level('a', 1, 0, 900, 1001), level('b', 1, 5)], 2],
  [[level('a', 1, 0, 900, 10), level('b', 1, 0, 0, 4500)], 5],
])('after %j one may ask again in %j s', (levels, seconds) => {
  expect(retryAfter(levels)).toBe(seconds);
});
