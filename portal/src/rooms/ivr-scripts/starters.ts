import type { ScriptDocument } from './document';

/** What a starter is filled with. */
export interface StarterParts {
  queue: string;
  /** Opening hours; only for the starter that asks for them. */
  calendar: string;
}

const say = (zh: string, en: string) => [{ text: { zh, en } }];

/** Small scripts to begin with: each is right as it is, and shows one thing. */
export const STARTERS = {
  blank: ({ queue }) => ({ start: 'people', fallback: queue, steps: { people: { type: 'queue', queue } } }),
  language: ({ queue }) => ({
    start: 'language',
    fallback: queue,
    steps: {
      language: {
        type: 'menu',
        prompts: say('您好，欢迎致电。中文服务请按 1。', 'For English, press 2.'),
        options: { 1: 'chinese', 2: 'english' },
        on_no_choice: 'chinese',
      },
      chinese: { type: 'set', language: 'zh-CN', next: 'welcome' },
      english: { type: 'set', language: 'en', next: 'welcome' },
      welcome: { type: 'play', prompts: say('正在为您转接，请稍候。', 'We are putting you through.'), next: 'people' },
      people: { type: 'queue', queue },
    },
  }),
  menu: ({ queue }) => ({
    start: 'welcome',
    fallback: queue,
    steps: {
      welcome: { type: 'play', prompts: say('您好，欢迎致电。', 'Welcome.'), next: 'menu' },
      menu: {
        type: 'menu',
        prompts: say('产品咨询请按 1，订单请按 2，重听请按 9。', 'For our products press 1, for your order press 2, to hear this again press 9.'),
        invalid: say('没有这个选项。', 'That is no choice.'),
        options: { 1: 'products', 2: 'orders', 9: 'menu' },
        on_no_choice: 'products',
      },
      products: { type: 'queue', queue },
      orders: { type: 'set', priority_seconds: 60, next: 'order-desk' },
      'order-desk': { type: 'queue', queue },
    },
  }),
  hours: ({ queue, calendar }) => ({
    start: 'open',
    fallback: queue,
    steps: {
      open: { type: 'branch', branches: [{ when: { kind: 'open', calendar }, next: 'welcome' }], else: 'closed' },
      welcome: { type: 'play', prompts: say('您好，正在为您转接。', 'Welcome. We are putting you through.'), next: 'people' },
      people: { type: 'queue', queue, on_no_agents: 'closed' },
      closed: { type: 'hang_up', prompts: say('现在是非工作时间，请您在工作时间再次来电。', 'We are closed now. Please call again during our opening hours.') },
    },
  }),
  survey: ({ queue }) => ({
    start: 'people',
    fallback: queue,
    steps: {
      people: { type: 'queue', queue, after: 'satisfaction' },
      satisfaction: {
        type: 'survey',
        prompts: say('请为本次服务打分，1 为不满意，5 为非常满意。', 'How satisfied are you, from 1, not at all, to 5, very much?'),
        question: 'satisfaction',
        next: 'solved',
      },
      solved: {
        type: 'survey',
        prompts: say('您的问题解决了吗？解决了请按 1，没有请按 2。', 'Is your matter solved? Press 1 for yes, 2 for no.'),
        question: 'solved',
        highest: 2,
        next: 'thanks',
      },
      thanks: { type: 'hang_up', prompts: say('感谢您的评价，再见。', 'Thank you. Goodbye.') },
    },
  }),
} as const satisfies Record<string, (parts: StarterParts) => ScriptDocument>;

export type Starter = keyof typeof STARTERS;
export const STARTER_NAMES = Object.keys(STARTERS) as Starter[];
