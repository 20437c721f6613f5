import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';

/** The pictures that docs/screens keeps: of what the product is bought for, in either language, theme and width. */
export const CHOSEN: readonly string[] = [
  'tenant.floor.en.light.1440.png',
  'tenant.floor.zh-CN.dark.1440.png',
  'tenant.wallboard.zh-CN.light.1440.png',
  'tenant.calls-one.en.light.1440.png',
  'tenant.callbacks.zh-CN.light.1440.png',
  'tenant.script-trial.en.light.1440.png',
  'tenant.script.zh-CN.dark.1440.png',
  'tenant.invoices-one.en.light.1440.png',
  'tenant.script-versions.en.dark.1440.png',
  'agent.desktop-call.en.light.1440.png',
  'agent.desktop-call.zh-CN.dark.390.png',
  'provider.tenants.zh-CN.light.1440.png',
];

/** Copies those that were taken. @returns how many */
export function keepChosen(from: string, to: string): number {
  const taken = CHOSEN.filter((name) => existsSync(join(from, name)));
  for (const name of taken) copyFileSync(join(from, name), join(to, name));
  return taken.length;
}
