import { readScript } from './read-script';

const SAY = [{ sound: 'hello' }];

function problems(document: unknown): string[] {
  const reading = readScript(document, '/document');
  return reading.ok ? [] : reading.problems.map(({ pointer, rule }) => `${pointer} ${rule}`);
}

function problemsOf(step: unknown): string[] {
  return problems({ start: 'a', fallback: 'care', steps: { a: step } }).map((each) => each.replace('/document/steps/a', ''));
}

it.each([
  ['no document', null, ['/document must be an object']],
  ['a text', '{}', ['/document must be an object']],
  ['a list', [], ['/document must be an object']],
])('refuses %s', (_, document, [expected]) => {
  expect(problems(document)).toContain(expected);
});

it.each([
  ['no type', {}, ['/type must be one of branch, callback, collect, hang_up, look_up, menu, notice, play, queue, return, set, script, survey, transfer, voicemail']],
  ['no exit', { type: 'play', prompts: SAY }, ['/next must name the step that follows']],
  ['nothing to say', { type: 'play', prompts: [], next: 'a' }, ['/prompts must have 1 to 10 items']],
  ['a field of no use', { type: 'play', prompts: SAY, next: 'a', loud: true }, ['/loud is not a known field']],
  ['a sound and a text', { type: 'play', prompts: [{ sound: 'a', text: { en: 'a' } }], next: 'a' }, ['/prompts/0 must have either a sound or a text']],
  ['a text in no language', { type: 'play', prompts: [{ text: {} }], next: 'a' }, ['/prompts/0/text must be given in zh or en']],
  ['a path for a sound', { type: 'play', prompts: [{ sound: '../etc/passwd' }], next: 'a' }, ['/prompts/0/sound must be the name of a sound: a-z 0-9 - _']],
  ['a broken variable', { type: 'play', prompts: [{ text: { en: 'Hi {{Name}}' } }], next: 'a' }, ['/prompts/0/text/en has a variable that is not written as {{name}} or {{name|digits}}, number, date, money:CNY']],
  ['a key that no phone has', { type: 'menu', prompts: SAY, options: { 12: 'a' }, on_no_choice: 'a' }, ['/options/12 must stand under a key of the phone: 0-9 * #']],
  ['six tries', { type: 'menu', prompts: SAY, options: {}, tries: 6, on_no_choice: 'a' }, ['/tries must be a whole number from 1 to 5']],
  ['more at least than at most', { type: 'collect', prompts: SAY, into: 'x', min_digits: 9, max_digits: 3, next: 'a', on_no_input: 'a' }, ['/max_digits must not be less than min_digits']],
  ['an e-mail to nobody', { type: 'notice', by: 'email', subject: { en: 'x' }, text: { en: 'x' }, next: 'a', on_failure: 'a' }, ['/recipient must name the variable that holds the e-mail address']],
  ['an e-mail about nothing', { type: 'notice', by: 'email', recipient: 'x', text: { en: 'x' }, next: 'a', on_failure: 'a' }, ['/subject must say what the e-mail is about']],
  ['an SMS with a subject', { type: 'notice', subject: { en: 'x' }, text: { en: 'x' }, next: 'a', on_failure: 'a' }, ['/subject is for e-mails alone']],
  ['a subject of two lines', { type: 'notice', by: 'email', recipient: 'x', subject: { en: 'x\ny' }, text: { en: 'x\ny' }, next: 'a', on_failure: 'a' }, ['/subject/en must not contain control characters']],
  ['a notice that says nothing', { type: 'notice', text: {}, next: 'a', on_failure: 'a' }, ['/text must be given in zh or en']],
  ['a host that the caller chooses', { type: 'look_up', url: 'https://{{host}}/x', keep: {}, next: 'a', on_not_found: 'a', on_failure: 'a' }, ['/url must be an http or https address whose host is fixed']],
  ['an order of words', { type: 'branch', branches: [{ when: { kind: 'variable', name: 'x', is: 'less_than', value: 'ten' }, next: 'a' }], else: 'a' }, ['/branches/0/when/value must be a number']],
  ['nothing to set', { type: 'set', next: 'a' }, [' must set something: values, language or priority_seconds']],
  ['no way of a transfer', { type: 'transfer', to: {}, on_failure: 'a' }, ['/to must have an agent, last_agent_days or a number, and one of them alone']],
  ['two ways of a transfer', { type: 'transfer', to: { agent: '1001', last_agent_days: 3 }, on_failure: 'a' }, ['/to must have an agent, last_agent_days or a number, and one of them alone']],
  ['more days than a year', { type: 'transfer', to: { last_agent_days: 366 }, on_failure: 'a' }, ['/to/last_agent_days must be a whole number from 1 to 365']],
])('refuses a step with %s', (_, step, expected) => {
  expect(problemsOf(step)).toEqual(expected);
});

it('takes the name of anything that every object has for a name and no more', () => {
  const { steps } = JSON.parse('{"steps":{"__proto__":{"type":"hang_up"},"constructor":{"type":"hang_up"}}}');
  expect(problems({ start: 'constructor', fallback: 'care', steps })).toEqual(['/document/steps/__proto__ must stand under the name of a step: a-z 0-9 - _']);
});

it('refuses more steps, and a larger document, than anybody draws', () => {
  const steps = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`s${index}`, { type: 'hang_up' }]));
  expect(problems({ start: 's0', fallback: 'care', steps })).toEqual(['/document/steps must have 200 entries at the most']);
  const text = { en: 'x'.repeat(1000) };
  const long = { type: 'play', prompts: Array.from({ length: 10 }, () => ({ text })), next: 's0' };
  const large = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`s${index}`, long]));
  expect(problems({ start: 's0', fallback: 'care', steps: large })).toEqual(['/document must be 256 kB at the most']);
});
