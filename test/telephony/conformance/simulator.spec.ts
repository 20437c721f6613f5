import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileSimulator } from '../../../freeswitch/simulator/test/compile-simulator';
import { readRecordedActions } from './recorded-actions';
import { BOOKS, type Result, runScenarios } from './run-scenarios';
import { WITHOUT_SIP } from './scenarios/scenarios';
import { simulator } from './switch-under-test';

const directory = mkdtempSync(join(tmpdir(), 'simulator-'));
const recorded = readRecordedActions();
let results: Map<string, Result>;

beforeAll(async () => {
  results = await runScenarios(simulator(compileSimulator(directory)), WITHOUT_SIP);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const names = [...WITHOUT_SIP.map(({ name }) => name), BOOKS];

it.each(names)('%s', (name) => {
  expect(results.get(name)?.problems).toEqual([]);
});

const steady = [...WITHOUT_SIP.filter(({ varies }) => !varies).map(({ name }) => name), BOOKS];

it.each(steady)('%s: the product hears what it heard of a real FreeSWITCH', (name) => {
  expect(results.get(name)?.actions).toEqual(recorded[name]);
});
