import type { Entry } from '../translate';

/** Callbacks and voicemails. */
export const CALLBACKS: readonly Entry[] = [
  ['must be a number that the calling plan allows', '须为呼叫计划允许的号码'],
  ['must be within a year from now', '须在一年以内'],
  ['must not be in the past', '不能早于现在'],
  ['must be given: the call was in no queue', '须填写：该通话未进入队列'],
  ['Only a call that came in can be called back.', '只能回呼来电。'],
  ["The caller's number is not known, or the calling plan does not allow it.", '来电号码未知，或呼叫计划不允许呼叫。'],
  ['The callback is over.', '该回呼已结束。'],
  ['{0} has taken this voicemail already.', '{0} 已受理该语音留言。'],
  ['Nobody has taken this voicemail yet: take it first.', '尚无人受理该语音留言，请先受理。'],
  ['The voicemail is done: reopen it first.', '该语音留言已办结，请先重新打开。'],
];
