import { canonicalDocument } from './canonical-document';

const hungUp = { type: 'hang_up' };

it('has the steps in the order in which a caller gets to them, and where they lead at their ends', () => {
  const document = {
    steps: {
      lost: hungUp,
      end: hungUp,
      ask: { on_no_choice: 'end', options: { 2: 'end', 1: 'hello' }, tries: 2, prompts: [{ text: { zh: '好', en: 'yes' } }], type: 'menu' },
      hello: { next: 'ask', prompts: [{ sound: 'welcome' }], title: 'Hello', type: 'play' },
    },
    fallback: 'care',
    start: 'hello',
  };
  expect(JSON.stringify(canonicalDocument(document))).toBe(
    JSON.stringify({
      start: 'hello',
      fallback: 'care',
      steps: {
        hello: { type: 'play', title: 'Hello', prompts: [{ sound: 'welcome' }], next: 'ask' },
        ask: { type: 'menu', prompts: [{ text: { en: 'yes', zh: '好' } }], tries: 2, on_no_choice: 'end', options: { 1: 'hello', 2: 'end' } },
        end: hungUp,
        lost: hungUp,
      },
    }),
  );
});

it('leaves what is no script', () => {
  expect(canonicalDocument({ start: 1 })).toEqual({ start: 1 });
});
