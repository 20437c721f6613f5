import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { type PeriodSearch, spanOf } from '../../data/period';

/** What is looked for, as it stands in the address. */
export interface CallsSearch extends PeriodSearch {
  number?: string | undefined;
  direction?: string | undefined;
  outcome?: string | undefined;
  queue?: string | undefined;
  agent?: string | undefined;
  /** A wrap-up code, or none. */
  code?: string | undefined;
  /** Of a segment, the id. */
  segment?: string | undefined;
}

const PLAIN = ['number', 'outcome', 'queue', 'agent'] as const;

/** For the API. @param zone the tenant's */
export function callsQuery(search: CallsSearch, zone: string, now: number) {
  const plain = Object.fromEntries(PLAIN.flatMap((name) => (search[name] ? [[name, search[name]]] : [])));
  const direction = DIRECTIONS.find((each) => each === search.direction);
  return { ...plain, ...(search.segment && { segment_id: search.segment }), ...(search.code && { wrap_up_code: search.code }), ...(direction && { direction }), ...spanOf(search, zone, now) };
}

export const DIRECTIONS = ['inbound', 'outbound', 'internal'] as const;

export const oneCall = (id: string) =>
  queryOptions({
    queryKey: ['calls', id],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/calls/{id}', { params: { path: { id } }, signal })),
  });
