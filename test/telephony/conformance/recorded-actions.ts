import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../../scripts/services/repository-root';
import type { Result } from './run-scenarios';

type Actions = Record<string, Result['actions']>;

/** What a real FreeSWITCH told the product in each scenario, written by `npm run test:switch -- --record [NAME…]`. */
export const RECORDED_ACTIONS = join(repositoryRoot(__dirname), 'test/telephony/conformance/recorded-actions.json');

export function readRecordedActions(): Actions {
  return JSON.parse(readFileSync(RECORDED_ACTIONS, 'utf8')) as Actions;
}

export function recordActions(results: ReadonlyMap<string, Result>): void {
  const actions = readRecordedActions();
  for (const [name, result] of results) actions[name] = result.actions;
  writeFileSync(RECORDED_ACTIONS, `${JSON.stringify(actions, null, 2)}\n`);
}
