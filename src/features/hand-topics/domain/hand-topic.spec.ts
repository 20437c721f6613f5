import { MOST_TOPICS, secondOfTopic, TOPIC_CODE, USUAL_TOPICS } from './hand-topic';

it.each([
  [[], -1],
  [['decision'], -1],
  [['decision', 'technical'], -1],
  [['decision', 'technical', 'decision'], 2],
])('of %j the one too many is %d', (codes, place) => {
  expect(secondOfTopic(codes.map((code) => ({ code })))).toBe(place);
});

it('ships topics that a tenant may have', () => {
  expect(USUAL_TOPICS.length).toBeLessThanOrEqual(MOST_TOPICS);
  expect(secondOfTopic(USUAL_TOPICS)).toBe(-1);
  for (const { code } of USUAL_TOPICS) expect(code).toMatch(TOPIC_CODE.pattern);
});
