import fc from 'fast-check';
import { checkScript, type Known } from './check-script';
import type { Input } from './command';
import { readScript } from './read-script';
import type { Program } from './script';
import { MOST_ENTERED, newState, step } from './step';

const KNOWN: Known = {
  sounds: new Set(['hello']), queues: new Set(['care']), calendars: new Set(['service']), segments: new Set(['vip']),
  agents: new Set(['1001']), scripts: new Map(),
};
const PROMPTS = [{ sound: 'hello' }, { text: { en: 'You are {{caller_number|digits}}' } }];
const MOST_TRIES = 5;

/** Exits that whoever does nothing takes lead onwards, and all others anywhere: else hardly one in a thousand would be accepted. */
function stepsOf(count: number): fc.Arbitrary<Record<string, unknown>> {
  const names = Array.from({ length: count }, (_, index) => `s${index}`);
  const anywhere = fc.constantFrom(...names);
  const steps = names.map((_, index) => {
    const onwards = index + 1 < count ? fc.constantFrom(...names.slice(index + 1)) : null;
    return onwards ? stepLeading(onwards, anywhere) : fc.constant({ type: 'hang_up' });
  });
  return fc.tuple(...steps).map((made) => Object.fromEntries(made.map((each, index) => [`s${index}`, each])));
}

function stepLeading(onwards: fc.Arbitrary<string>, anywhere: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const tries = fc.integer({ min: 1, max: MOST_TRIES });
  const of = (type: string, fields: Record<string, fc.Arbitrary<unknown>>) => fc.record({ type: fc.constant(type), ...fields });
  const prompts = fc.constant(PROMPTS);
  return fc.oneof(
    of('play', { prompts, next: onwards }),
    of('menu', { prompts, options: fc.dictionary(fc.constantFrom('0', '1', '2', '*', '#'), anywhere, { maxKeys: 5 }), tries, on_no_choice: onwards }),
    of('collect', {
      prompts, into: fc.constant('code'), min_digits: fc.constant(1), max_digits: fc.integer({ min: 1, max: 12 }), tries,
      masked: fc.boolean(), check: fc.constantFrom('any', 'luhn', 'date'), next: anywhere, on_no_input: onwards,
    }),
    of('branch', {
      branches: fc.array(
        fc.record({
          when: fc.constantFrom(
            { kind: 'open', calendar: 'service' },
            { kind: 'segment', names: ['vip'] },
            { kind: 'queue', queue: 'care', is: 'no_agents' },
            { kind: 'variable', name: 'code', is: 'greater_than', value: '5' },
          ),
          not: fc.boolean(),
          next: onwards,
        }),
        { minLength: 1, maxLength: 4 },
      ),
      else: onwards,
    }),
    of('look_up', {
      url: fc.constant('https://crm.example.com/{{code}}'), keep: fc.constant({ found: 'a.b' }), next: onwards, on_not_found: onwards, on_failure: onwards,
    }),
    of('callback', { queue: fc.constant('care'), next: onwards, on_failure: onwards }),
    of('notice', { text: fc.constant({ en: 'Code {{code}}' }), next: onwards, on_failure: onwards }),
    of('voicemail', { queue: fc.constant('care'), prompts, max_seconds: fc.integer({ min: 5, max: 300 }), next: onwards, on_failure: onwards }),
    of('set', { values: fc.constant({ code: '{{found}}' }), next: onwards }),
    of('queue', {
      queue: fc.constant('care'), keys: fc.dictionary(fc.constantFrom('1', '2'), anywhere, { maxKeys: 2 }),
      on_timeout: fc.option(anywhere, { nil: null }), on_no_agents: fc.option(anywhere, { nil: null }), after: fc.option(anywhere, { nil: null }),
    }),
    of('transfer', { to: fc.constantFrom({ agent: '1001' }, { last_agent_days: 30 }, { number: '+862160010001' }), on_failure: anywhere }),
    of('survey', { prompts, question: fc.constant('satisfaction'), next: onwards }),
  );
}

const input: fc.Arbitrary<Input> = fc.oneof(
  fc.constantFrom<Input>(
    { kind: 'begin' }, { kind: 'done' }, { kind: 'not-found' }, { kind: 'failed' },
    { kind: 'back', why: 'served' }, { kind: 'back', why: 'timed-out' }, { kind: 'back', why: 'no-agents' }, { kind: 'back', why: 'failed' },
    { kind: 'back', why: 'key', key: '1' }, { kind: 'found', values: { found: '7' } },
    { kind: 'facts', open: { service: true }, queues: { care: { waiting: 3, agents: 0, estimatedWait: 30 } } },
  ),
  fc.stringMatching(/^[0-9*#]{0,4}$/).map((digits): Input => ({ kind: 'digits', digits })),
);

const program = fc.integer({ min: 1, max: 12 }).chain(stepsOf).map((steps): Program => {
  const reading = readScript({ start: 's0', fallback: 'care', steps });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return { name: 'main', scripts: new Map([['main', reading.script]]) };
});

const isAccepted = ({ scripts }: Program) =>
  !checkScript('main', scripts.get('main')!, KNOWN).some(({ severity }) => severity === 'error');

it('ends every accepted script for every sequence of inputs', () => {
  // every step entered takes its tries, the fallback's queue one input more
  const most = MOST_ENTERED * (MOST_TRIES + 1) + 2;
  fc.assert(
    fc.property(program.filter(isAccepted), fc.array(input, { minLength: 1, maxLength: 40 }), (made, inputs) => {
      let { state, commands } = step(made, newState(made, 'en', { caller_number: '+8613800000001' }), { kind: 'begin' });
      let taken = 0;
      while (!state.ended) {
        expect(commands.length).toBeGreaterThan(0);
        expect(taken).toBeLessThan(most);
        ({ state, commands } = step(made, state, inputs[taken % inputs.length]!));
        taken += 1;
      }
      expect(commands.at(-1)?.kind).toBe('hang-up');
    }),
    { numRuns: 2000 },
  );
});

it('leads whoever does nothing to an end or into a queue within one visit of each step', () => {
  fc.assert(
    fc.property(program.filter(isAccepted), fc.boolean(), (made, isOpen) => {
      let { state, commands } = step(made, newState(made, 'en', {}), { kind: 'begin' });
      while (!state.ended && !['queue', 'transfer'].includes(commands.at(-1)!.kind)) {
        const quiet: Input = commands.at(-1)!.kind === 'look' ? { kind: 'facts', open: { service: isOpen }, queues: {} } : { kind: 'digits', digits: '' };
        ({ state, commands } = step(made, state, quiet));
      }
      expect(new Set(state.path).size).toBe(state.path.length);
    }),
    { numRuns: 2000 },
  );
});

it('has an exit for every accepted step that is no end', () => {
  fc.assert(
    fc.property(program.filter(isAccepted), (made) => {
      const { steps } = made.scripts.get('main')!;
      for (const each of steps.values()) {
        const onwards = Object.entries(each).flatMap(([, value]) => (typeof value === 'string' && steps.has(value) ? [value] : []));
        if (!['hang_up', 'return', 'queue'].includes(each.type)) expect(onwards.length).toBeGreaterThan(0);
      }
    }),
  );
});
