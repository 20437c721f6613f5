import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useSettled } from '../../ui/use-settled';

export type FileProblem = Schemas['FileProblemDto'];

export interface CheckedFile {
  problems: FileProblem[];
  /** Whether they are those of the text as it stands now. */
  isCurrent: boolean;
  error: unknown;
}

/** What is wrong in a file, asked while it is written. */
export function useCheckedFile(text: string): CheckedFile {
  const settled = useSettled(text);
  const query = useQuery({
    queryKey: ['tenant-file-check', settled],
    queryFn: ({ signal }) => answerOf(api.POST('/v1/tenants/check', { body: { file: settled }, signal })),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  });
  const isCurrent = settled === text && query.data !== undefined && !query.isPlaceholderData;
  return { problems: query.data?.problems ?? [], isCurrent, error: query.error };
}
