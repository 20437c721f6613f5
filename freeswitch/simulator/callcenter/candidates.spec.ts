import { mayBeOffered, orderCandidates, TierGate, type Candidate } from './candidates';
import { newAgent, type AgentRow } from './tables';

function candidate(name: string, level: number, position: number, changes: Partial<AgentRow> = {}): Candidate {
  return {
    agent: { ...newAgent(name, 'callback'), status: 'Available', ...changes },
    tier: { queue: 'care@a.test', agent: name, state: 'Ready', level, position },
  };
}

const START = { level: 0, position: 0 };
const names = (ordered: Candidate[]): string => ordered.map(({ agent }) => agent.name).join(' ');

describe('orderCandidates', () => {
  const three = [
    candidate('a', 1, 1, { last_bridge_end: 300, talk_time: 10, calls_answered: 3, last_offered_call: 50 }),
    candidate('b', 1, 2, { last_bridge_end: 100, talk_time: 30, calls_answered: 1, last_offered_call: 90 }),
    candidate('c', 2, 1, { last_bridge_end: 0, talk_time: 0, calls_answered: 0, last_offered_call: 10 }),
  ];

  it.each([
    ['longest-idle-agent', 'b a c'],
    ['agent-with-least-talk-time', 'a b c'],
    ['agent-with-fewest-calls', 'b a c'],
    ['sequentially-by-agent-order', 'a b c'],
    ['no-such-strategy', 'a b c'],
    ['ring-all', 'a b c'],
    ['round-robin', 'a b c'],
  ])('%s', (strategy, expected) => {
    expect(names(orderCandidates(three, strategy, START, () => 0))).toBe(expected);
  });

  it('round-robin goes on after the agent that was offered last', () => {
    const agents = [
      candidate('a', 1, 1, { last_offered_call: 90 }),
      candidate('b', 1, 2, { last_offered_call: 50 }),
      candidate('c', 1, 3),
    ];
    expect(names(orderCandidates(agents, 'round-robin', START, () => 0))).toBe('b c a b c');
  });

  it('top-down goes down from where the caller was, and finds nobody at the end', () => {
    expect(names(orderCandidates(three, 'top-down', { level: 1, position: 1 }, () => 0))).toBe('b c');
    expect(names(orderCandidates(three, 'top-down', { level: 2, position: 1 }, () => 0))).toBe('');
  });

  it('random shuffles within a level', () => {
    const dice = [0.9, 0.1, 0.5];
    expect(names(orderCandidates(three, 'random', START, () => dice.shift() ?? 0))).toBe('b a c');
  });

  it('counts agents on break but not those logged out or set in the wrong letter case', () => {
    const agents = [
      candidate('on-break', 1, 1, { status: 'On Break' }),
      candidate('out', 1, 2, { status: 'Logged Out' }),
      candidate('lower', 1, 3, { status: 'available' }),
    ];
    expect(names(orderCandidates(agents, 'longest-idle-agent', START, () => 0))).toBe('on-break');
  });
});

describe('TierGate', () => {
  const rules = {
    tierRulesApply: true, tierRuleWaitSecond: 10, tierRuleWaitMultiplyLevel: false, tierRuleNoAgentNoWait: false,
  };

  it.each([
    ['no rules', { ...rules, tierRulesApply: false }, 0, [1, 2, 3], [true, true, true]],
    ['level 1 waits too', rules, 9, [1], [false]],
    ['after the wait all levels open', rules, 10, [1, 2], [true, true]],
    ['a level multiplies its wait', { ...rules, tierRuleWaitMultiplyLevel: true }, 19, [1, 2], [true, false]],
    ['an empty level is passed at once', { ...rules, tierRuleNoAgentNoWait: true }, 0, [2], [true]],
    ['but not a level with agents', { ...rules, tierRuleNoAgentNoWait: true }, 5, [1, 2], [true, false]],
  ])('%s', (_, settings, waited, levels, admitted) => {
    const gate = new TierGate(settings, waited);
    expect(levels.map((level) => gate.admits(level))).toEqual(admitted);
  });
});

describe('mayBeOffered', () => {
  const NOW = 1000;
  it.each([
    ['a free agent', {}, 'Ready', true],
    ['one who did not answer before', {}, 'No Answer', true],
    ['one offered elsewhere', {}, 'Standby', false],
    ['one in a call', { state: 'In a queue call' }, 'Ready', false],
    ['one on break', { status: 'On Break' }, 'Ready', false],
    ['one whose call ended this second (wrap-up 0)', { last_bridge_end: 1000 }, 'Ready', false],
    ['one in wrap-up of 5 s, 5 s after', { last_bridge_end: 995, wrap_up_time: 5 }, 'Ready', false],
    ['the same a second later', { last_bridge_end: 994, wrap_up_time: 5 }, 'Ready', true],
    ['one who sleeps till later', { ready_time: 1001 }, 'Ready', false],
    ['one with a call of their own', { external_calls_count: 1 }, 'Ready', false],
  ])('%s', (_, changes, tierState, expected) => {
    const offered = candidate('a', 1, 1, changes);
    offered.tier.state = tierState;
    expect(mayBeOffered(offered, NOW, true)).toBe(expected);
  });
});
