import { defineTexts } from '../../texts/define-texts';

/** Apart from the desktop's: most of the time nobody needs them. */
export const hand = defineTexts(
  'desktop-hand',
  {
    topic: 'What is it about?',
    topic_call: 'What is it about? This call goes with it.',
    text: 'More, if you like',
    up: 'My hand is up',
    waits: 'Your supervisors see it',
    taken: '{{name}} is coming',
    lower: 'Lower it',
  },
  {
    topic: '求助事项',
    topic_call: '求助事项（附当前通话）',
    text: '补充说明（可选）',
    up: '已举手',
    waits: '班长已可看到',
    taken: '{{name}} 正赶来处理',
    lower: '取消举手',
  },
);
