import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';

export type Callback = Schemas['CallbackDto'];
export type State = Callback['state'];

export const STATES = ['waiting', 'dialling', 'reached', 'given_up', 'cancelled'] as const satisfies readonly State[];

/** They move on by themselves. */
export const EACH_MS = 5_000;

/** What is looked for, as it stands in the address. */
export interface CallbacksSearch extends Record<string, string | undefined> {
  state?: string;
  queue?: string;
  number?: string;
}

/** For the API. */
export function callbacksQuery({ state, queue, number }: CallbacksSearch) {
  const known = STATES.find((each) => each === state);
  return { ...(known && { state: known }), ...(queue && { queue }), ...(number && { number }) };
}

export function isOpen({ state }: Pick<Callback, 'state'>): boolean {
  return state === 'waiting' || state === 'dialling';
}

export const oneCallback = (id: string) =>
  queryOptions({
    queryKey: ['callbacks', id],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/callbacks/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? EACH_MS : false),
  });
