import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';

/** The pictures that docs/screens keeps: one of each kind of room, in either language, theme and width. */
export const CHOSEN: readonly string[] = [
  'tenant.floor.en.light.1440.png',
  'tenant.floor.zh-CN.dark.1440.png',
  'tenant.wallboard.zh-CN.light.1440.png',
  'tenant.calls-one.en.light.1440.png',
  'tenant.invoices-one.en.light.1440.png',
  'tenant.calendars-one.zh-CN.light.1440.png',
  'tenant.audit.en.dark.1440.png',
  'agent.desktop.en.light.1440.png',
  'agent.desktop.zh-CN.dark.390.png',
  'provider.tenants.zh-CN.light.1440.png',
  'provider.capacity.en.light.1440.png',
  'provider.number-stock.en.dark.390.png',
];

/** Copies those that were taken. @returns how many */
export function keepChosen(from: string, to: string): number {
  const taken = CHOSEN.filter((name) => existsSync(join(from, name)));
  for (const name of taken) copyFileSync(join(from, name), join(to, name));
  return taken.length;
}
