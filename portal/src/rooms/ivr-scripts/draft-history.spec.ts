import { begun, changed, redone, undone } from './draft-history';

it('goes back and forth, and forgets what was undone where something else is done', () => {
  const two = changed(changed(begun('a'), 'b'), 'c');
  expect(undone(two).present).toBe('b');
  expect(undone(undone(undone(two))).present).toBe('a');
  expect(redone(undone(two)).present).toBe('c');
  expect(redone(changed(undone(two), 'd'))).toMatchObject({ present: 'd', past: ['a', 'b'], future: [] });
});

it('takes what is typed into one field as one change', () => {
  const typed = changed(changed(changed(begun(''), 'h', 'title'), 'he', 'title'), 'he!', 'name');
  expect(undone(typed).present).toBe('he');
  expect(undone(undone(typed)).present).toBe('');
  // after going back, the same field is a change of its own
  expect(undone(changed(undone(typed), 'hey', 'title')).present).toBe('he');
});
