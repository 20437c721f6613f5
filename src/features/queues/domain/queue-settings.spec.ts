import { AGENT_TIMINGS } from './agent-timing';
import { QUEUE_SETTINGS, QUEUE_STRATEGIES, REFUSED_QUEUE_SETTINGS, REFUSED_STRATEGIES } from './queue-settings';

// queue_set_config of mod_callcenter 1.10: every parameter of a queue and its default.
const MODULE_DEFAULTS = {
  strategy: 'longest-idle-agent',
  'moh-sound': null,
  'announce-sound': null,
  'announce-frequency': 0,
  'record-template': false,
  'time-base-score': 'queue',
  'tier-rules-apply': false,
  'tier-rule-wait-second': 0,
  'tier-rule-wait-multiply-level': false,
  'tier-rule-no-agent-no-wait': true,
  'discard-abandoned-after': 60,
  'abandoned-resume-allowed': false,
  'max-wait-time': 0,
  'max-wait-time-with-no-agent': 0,
  'max-wait-time-with-no-agent-time-reached': 5,
  'agent-no-answer-status': 'On Break',
  'skip-agents-with-external-calls': true,
};

const OF_THE_MODULE = QUEUE_SETTINGS.flatMap((setting) => (setting.moduleName === null ? [] : [{ ...setting, moduleName: setting.moduleName }]));

test('the table holds every parameter of the module once, with the default of the module', () => {
  expect(OF_THE_MODULE.map(({ moduleName, type }) => [moduleName, type.default])).toEqual(
    Object.entries(MODULE_DEFAULTS),
  );
});

test('file names are the module names in snake case, but for the recording, whose path is not the tenant’s', () => {
  const renamed = OF_THE_MODULE.filter(({ moduleName, yamlName }) => moduleName.replaceAll('-', '_') !== yamlName);
  expect(renamed.map(({ yamlName }) => yamlName)).toEqual(['record']);
});

test('keys are the file names in camel case but for the recording', () => {
  for (const { key, yamlName } of QUEUE_SETTINGS) {
    expect(key).toBe(yamlName.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase()));
  }
});

test('what is refused is not on offer', () => {
  for (const strategy of Object.keys(REFUSED_STRATEGIES)) expect(QUEUE_STRATEGIES).not.toContain(strategy);
  const offered = QUEUE_SETTINGS.map(({ yamlName }) => yamlName);
  for (const name of Object.keys(REFUSED_QUEUE_SETTINGS)) expect(offered).not.toContain(name);
});

test('no default of an agent lies outside its own range', () => {
  for (const { min, max, ...setting } of AGENT_TIMINGS) {
    expect(setting.default).toBeGreaterThanOrEqual(min);
    expect(setting.default).toBeLessThanOrEqual(max);
  }
});
