import { AppError } from '../../../platform/errors/app-error';

interface Lasting {
  domain: string;
  currency: string;
}

/**
 * What a tenant keeps for good, also when it was removed and is applied again: phones' password hashes are made with
 * the domain, and screens, usage and bills are kept by the domain or add up in the currency.
 * @throws AppError conflict, which names every field and its rule
 */
export function refuseLasting(kept: Lasting, desired: Lasting): void {
  const broken = (['domain', 'currency'] as const).filter((field) => kept[field] !== desired[field]);
  if (broken.length === 0) return;
  const rules = broken.map((field) => `${field}: must stay ${kept[field]}, not ${desired[field]}`);
  throw new AppError('conflict', `A tenant keeps its domain and currency for good: ${rules.join('; ')}.`);
}
