import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, versionOf } from '../api/client';
import type { Schemas } from '../api/types';
import { useStore } from '../state/store';
import { language } from '../texts/language';

export type BreakReason = Schemas['BreakReasonDto'];

export const breakReasons = queryOptions({
  queryKey: ['break-reasons'],
  queryFn: ({ signal }) => versionOf(api.GET('/v1/break-reasons', { signal })),
  staleTime: 5 * 60_000,
});

/** What a reason is called in the reader's language; its code where the tenant has it no more. */
export function useBreakReasonName(): (code: string) => string {
  const { data } = useQuery(breakReasons);
  const isChinese = useStore(language) === 'zh-CN';
  return (code) => {
    const reason = data?.data.reasons.find((each) => each.code === code);
    if (!reason) return code;
    return isChinese ? reason.name_zh : reason.name_en;
  };
}
