import { maskName } from './mask-name';

it.each([
  ['王芳', '王**'],
  ['欧阳修', '欧**'],
  ['Wang Fang', 'W**'],
  ['W', 'W**'],
  ['😀 shop', '😀**'],
  ['', '**'],
])('masks %j as %j', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});
