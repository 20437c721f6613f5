import { defineTexts } from '../../texts/define-texts';

export const earlierCalls = defineTexts(
  'earlier-calls',
  {
    none: 'The first call from this number.',
    only_callers: 'For calls that came in.',
    talked: 'talked {{time}}',
    open: 'Open the call of {{date}}',
    erased: 'A note whose key was destroyed.',
    by: 'Agent {{agent}}',
  },
  {
    none: '此号码首次来电。',
    only_callers: '仅适用于来电。',
    talked: '通话 {{time}}',
    open: '打开 {{date}} 的通话',
    erased: '备注的密钥已销毁。',
    by: '坐席 {{agent}}',
  },
);
