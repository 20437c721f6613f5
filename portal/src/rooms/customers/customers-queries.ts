import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, versionOf } from '../../api/client';

export const oneCustomer = (id: string) =>
  queryOptions({
    queryKey: ['customers', id],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/customers/{id}', { params: { path: { id } }, signal })),
  });

const EACH_MS = 1000;

/** Read again each second until its lines are worked off. */
export const oneImport = (id: string) =>
  queryOptions({
    queryKey: ['customer-imports', id],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/customer-imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && state.data.finished_at === null ? EACH_MS : false),
  });
