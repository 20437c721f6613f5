import type { FieldSeal } from '../../../platform/encryption/field-seal';
import type { FieldProblem } from '../../../platform/errors/app-error';
import type { Customer } from '../customer.entity';
import { readCallerNumber } from './caller-number';
import { openFacts, type PersonalFacts, type ReadFacts } from './personal-facts';

/** A customer as all but its table knows it. */
export type KnownCustomer = Omit<Customer, 'sealed'> & ReadFacts;

/** As it may stand in a path. */
export const EXTERNAL_ID = { pattern: /^[\w-]{1,40}$/, rule: 'must be 1 to 40 letters, digits, hyphens and underscores' };

type Settings = Pick<Customer, 'externalId' | 'language' | 'segmentId' | 'surveyOptOut'>;

/** A customer as it shall be. */
export type WantedCustomer = Settings & PersonalFacts;

/** What of it was said; what is left out stays as it is. */
export type SaidOfCustomer = { [Field in keyof WantedCustomer]?: WantedCustomer[Field] | undefined };

export const CUSTOMER_DEFAULTS: Settings & ReadFacts = {
  externalId: null,
  language: null,
  segmentId: null,
  surveyOptOut: false,
  name: null,
  note: null,
  attributes: [],
  numbers: [],
};

/** As it is read from its row. */
export function knownCustomer({ sealed, ...customer }: Customer, seal: FieldSeal): KnownCustomer {
  return { ...customer, ...openFacts(seal, customer.id, sealed) };
}

type Merging = { ok: true; customer: WantedCustomer } | { ok: false; problems: FieldProblem[] };

const NO_NUMBER = "must be a caller's number such as +8613800138001, 13800138001 or 02160010001";

/** A customer after what was said of it, its numbers in their one spelling; or the rules that this breaks. */
export function mergedWith(before: Settings & ReadFacts, said: SaidOfCustomer): Merging {
  const numbers = said.numbers?.map((number) => readCallerNumber(number)) ?? before.numbers ?? [];
  const attributes = said.attributes ?? before.attributes ?? [];
  const name = said.name ?? before.name;
  const problems: FieldProblem[] = [
    ...(name === null ? [{ pointer: '/name', rule: 'is required: what it was is erased' }] : []),
    ...numbers.flatMap((number, at) => (number === null ? [{ pointer: `/numbers/${at}`, rule: NO_NUMBER }] : [])),
    ...repeatedIn(numbers).map((at) => ({ pointer: `/numbers/${at}`, rule: 'stands here a second time' })),
    ...repeatedIn(attributes.map((each) => each.name)).map((at) => ({ pointer: `/attributes/${at}/name`, rule: 'stands here a second time' })),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const { externalId, language, segmentId, surveyOptOut, note } = { ...before, ...withoutUndefined(said) };
  const facts = { name: name ?? '', note, attributes, numbers: numbers.flatMap((number) => number ?? []) };
  return { ok: true, customer: { externalId, language, segmentId, surveyOptOut, ...facts } };
}

/** Whether to write it would change nothing. */
export function isSame(before: KnownCustomer, wanted: WantedCustomer): boolean {
  return (Object.keys(wanted) as (keyof WantedCustomer)[]).every((field) => JSON.stringify(before[field]) === JSON.stringify(wanted[field]));
}

/** Where something stands that stood before. */
function repeatedIn(list: readonly (string | null)[]): number[] {
  return list.flatMap((one, at) => (one !== null && list.indexOf(one) < at ? [at] : []));
}

function withoutUndefined(said: SaidOfCustomer): Partial<WantedCustomer> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
