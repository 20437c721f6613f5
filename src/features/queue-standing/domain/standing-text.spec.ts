import { standingText } from './standing-text';

it.each([
  [{ place: 1, wait: null }, 'You are next in line.', '您是下一位。'],
  [{ place: 3, wait: null }, 'You are number 3 in line.', '您目前排在第3位。'],
  [{ place: null, wait: 0 }, 'Your wait is likely to be less than a minute.', '预计等待不到1分钟。'],
  [{ place: null, wait: 60 }, 'Your wait is likely to be less than a minute.', '预计等待不到1分钟。'],
  [{ place: null, wait: 61 }, 'Your wait is likely to be about 2 minutes.', '预计等待约2分钟。'],
  [{ place: 2, wait: 1800 }, 'You are number 2 in line. Your wait is likely to be about 30 minutes.', '您目前排在第2位。预计等待约30分钟。'],
  [{ place: 12, wait: 1801 }, 'You are number 12 in line. Your wait is likely to be more than 30 minutes.', '您目前排在第12位。预计等待超过30分钟。'],
  [{ place: null, wait: null }, null, null],
])('tells %j', (standing, english, chinese) => {
  expect([standingText('en', standing), standingText('zh-CN', standing)]).toEqual([english, chinese]);
});
