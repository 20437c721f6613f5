import { maskNumber } from '../../../platform/privacy/mask-number';
import type { CdrLeg } from '../../../telephony/cdr/cdr-leg';

/** What stands where a number was. */
export const FORGOTTEN = '';

type Numbers = Pick<CdrLeg, 'from' | 'to'>;

/**
 * A leg's numbers without those of outside parties; null where there are none. Extensions and service numbers stay, and
 * the number by which a caller reached the tenant.
 */
export function forgetNumbers(
  { from, to, direction, purpose }: Pick<CdrLeg, 'from' | 'to' | 'direction' | 'purpose'>,
): Numbers | null {
  const cameIn = direction === 'inbound' && purpose === 'inbound';
  const left = { from: isPersonal(from) ? FORGOTTEN : from, to: isPersonal(to) && !cameIn ? FORGOTTEN : to };
  return left.from === from && left.to === to ? null : left;
}

function isPersonal(number: string): boolean {
  return maskNumber(number) !== number;
}
