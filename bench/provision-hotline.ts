import { provisionHotline } from '../scripts/provisioning/provision-hotline';
import type { Figure } from './figure';

/** Seconds from `tenant plan` of the emergency hotline's file to the first call answered by one of its agents. */
export async function provisionHotlineSeconds(log: (line: string) => void): Promise<Figure> {
  const { seconds, ...detail } = await provisionHotline(log);
  return { figure: 'provision-hotline-s', value: seconds, unit: 's', goal: 60, detail };
}
