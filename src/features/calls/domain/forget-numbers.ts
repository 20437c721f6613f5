import type { PartyNumbers } from '../../../platform/encryption/sealed-numbers';
import { maskNumber } from '../../../platform/privacy/mask-number';
import type { CdrLeg } from '../../../telephony/cdr/cdr-leg';

/**
 * A leg's numbers without those of outside parties; null where there are none. Extensions and service numbers stay, and
 * the number by which a caller reached the tenant.
 */
export function forgetNumbers(
  { from, to, direction, purpose }: Pick<CdrLeg, 'from' | 'to' | 'direction' | 'purpose'>,
): PartyNumbers | null {
  const cameIn = direction === 'inbound' && purpose === 'inbound';
  const left = { from: isPersonal(from) ? null : from, to: isPersonal(to) && !cameIn ? null : to };
  return left.from === from && left.to === to ? null : left;
}

function isPersonal(number: string | null): boolean {
  return number !== null && maskNumber(number) !== number;
}
