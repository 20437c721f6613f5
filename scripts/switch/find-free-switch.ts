import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/**
 * The FreeSWITCH program: FREESWITCH names it, else PATH does.
 *
 * @returns its absolute path, or undefined where there is none
 * @throws Error when FREESWITCH is set and names no program: a wrong setting is not passed over
 */
export function findFreeSwitch(environment: Record<string, string | undefined>): string | undefined {
  const named = environment['FREESWITCH'];
  if (named) {
    if (!isProgram(named)) throw new Error(`FREESWITCH: "${named}" is not a program that can be run`);
    return resolve(named);
  }
  return (environment['PATH'] ?? '')
    .split(delimiter)
    .filter((directory) => directory !== '')
    .map((directory) => resolve(join(directory, 'freeswitch')))
    .find(isProgram);
}
