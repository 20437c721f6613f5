import { queryOptions, useQuery } from '@tanstack/react-query';
import { allPages } from '../api/all-pages';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/types';
import { useMay } from '../session/use-may';
import { useStore } from '../state/store';
import { language } from '../texts/language';
import { allQueues } from './queues';

export type WrapUpCode = Schemas['WrapUpCodeDto'];

/** By their codes. */
export const allWrapUpCodes = queryOptions({
  queryKey: ['wrap-up-codes'],
  queryFn: async ({ signal }) => {
    const codes = await allPages((query) => answerOf(api.GET('/v1/wrap-up-codes', { params: { query }, signal })));
    return codes.sort((a, b) => a.code.localeCompare(b.code));
  },
});

/** None where one may not look them up. */
export function useWrapUpCodes(): WrapUpCode[] {
  return useQuery({ ...allWrapUpCodes, enabled: useMay('queues:read') }).data ?? [];
}

/** What a code is called in the reader's language; as it is where the tenant has it no more. */
export function useWrapUpCodeName(): (code: string) => string {
  const codes = useWrapUpCodes();
  const isChinese = useStore(language) === 'zh-CN';
  return (code) => {
    const known = codes.find((each) => each.code === code);
    if (!known) return code;
    return (isChinese && known.name_zh) || known.name;
  };
}

export interface CodeChoice {
  codes: WrapUpCode[];
  /** Whether the queue wants one before the wrap-up is ended. */
  required: boolean;
}

/** What an agent chooses from for a call. @param queue the name of the queue that it came from */
export function useCodeChoice(queue: string | null): CodeChoice {
  const codes = useWrapUpCodes();
  const { data: queues = [] } = useQuery({ ...allQueues, enabled: useMay('queues:read') });
  const own = queues.find(({ name }) => name === queue);
  const offered = codes.filter(({ active, queue_ids: ids }) => active && (ids.length === 0 || (own !== undefined && ids.includes(own.id))));
  return { codes: offered, required: offered.length > 0 && (own?.wrap_up_code_required ?? false) };
}
