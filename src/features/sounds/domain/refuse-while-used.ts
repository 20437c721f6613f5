import { AppError } from '../../../platform/errors/app-error';
import type { SoundUse } from './sound-uses';

/** So many are named; whoever has more changes them by the list. */
const NAMED = 5;

/** @throws AppError conflict naming what plays it */
export function refuseWhileUsed(uses: readonly SoundUse[]): void {
  if (uses.length === 0) return;
  const named = uses.slice(0, NAMED).map(({ kind, name }) => `${kind.replaceAll('_', ' ')} ${name}`);
  const all = uses.length > NAMED ? [...named, `${uses.length - NAMED} more`] : named;
  throw new AppError('conflict', `The sound is played by: ${all.join('; ')}. Change that first.`);
}
