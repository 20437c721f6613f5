import { finish, type Outcome, reopen, type SeenTo, take } from './voicemail';

const NEW: SeenTo = { state: 'new', takenById: null };
const MINE: SeenTo = { state: 'taken', takenById: 'me' };
const THEIRS: SeenTo = { state: 'taken', takenById: 'another' };
const DONE: SeenTo = { state: 'done', takenById: 'me' };

it.each<[SeenTo, { take: Outcome; finish: Outcome; reopen: Outcome }]>([
  [NEW, { take: 'changes', finish: 'not-taken', reopen: 'same' }],
  [MINE, { take: 'same', finish: 'changes', reopen: 'changes' }],
  [THEIRS, { take: 'taken-by-another', finish: 'changes', reopen: 'changes' }],
  [DONE, { take: 'over', finish: 'same', reopen: 'changes' }],
])('of %j', (voicemail, outcomes) => {
  expect({ take: take(voicemail, 'me'), finish: finish(voicemail), reopen: reopen(voicemail) }).toEqual(outcomes);
});
