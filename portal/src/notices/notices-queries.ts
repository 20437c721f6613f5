import { queryOptions } from '@tanstack/react-query';
import { PAGE_SIZE } from '../api/all-pages';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/types';

export type Notice = Schemas['NoticeDto'];

export const CHANNELS = ['sms', 'email'] as const satisfies readonly Notice['channel'][];
export const STATES = ['queued', 'sent', 'refused', 'failed', 'forgotten'] as const satisfies readonly Notice['state'][];

/** What is looked for, as it stands in the address. */
export interface NoticesSearch extends Record<string, string | undefined> {
  channel?: string;
  state?: string;
}

/** For the API. */
export function noticesQuery({ channel, state }: NoticesSearch) {
  const by = CHANNELS.find((each) => each === channel);
  const known = STATES.find((each) => each === state);
  return { ...(by && { channel: by }), ...(known && { state: known }) };
}

export const noticesOf = (callId: string) =>
  queryOptions({
    queryKey: ['notices', { callId }],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/notices', { params: { query: { call_id: callId, limit: PAGE_SIZE } }, signal })),
  });
