import type { Entry } from '../translate';

/** Callbacks. */
export const CALLBACKS: readonly Entry[] = [
  ['must be a number that the calling plan allows', '须为呼叫计划允许的号码'],
  ['must be within a year from now', '须在一年以内'],
  ['must not be in the past', '不能早于现在'],
  ['The callback is over.', '该回呼已结束。'],
];
