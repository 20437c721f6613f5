/** What an agent raises a hand for, as a tenant calls it. */
export interface HandTopic {
  /** Stays where the names change: hands that were raised hold it. */
  code: string;
  name: string;
  /** Null: the name serves both languages. */
  nameZh: string | null;
}

export const TOPIC_CODE = { pattern: /^[a-z][a-z0-9-]{0,29}$/, rule: 'must be 1 to 30 of a-z, 0-9 and -, beginning with a letter', max: 30 };
export const MOST_TOPICS = 20;

/** What a tenant has before it says otherwise. */
export const USUAL_TOPICS: readonly HandTopic[] = [
  { code: 'angry-customer', name: 'Customer is angry', nameZh: '客户情绪激动' },
  { code: 'decision', name: 'Need a decision', nameZh: '需要决定' },
  { code: 'technical', name: 'Technical problem', nameZh: '技术问题' },
];

/** The place of the first code that stands in the list already; -1 where each stands there once. */
export function secondOfTopic(topics: readonly Pick<HandTopic, 'code'>[]): number {
  return topics.findIndex(({ code }, place) => topics.findIndex((each) => each.code === code) < place);
}
