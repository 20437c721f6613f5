import { queryOptions, useQuery } from '@tanstack/react-query';
import { allPages } from '../api/all-pages';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/types';
import { useMay } from '../session/use-may';

export type Segment = Schemas['SegmentDto'];

/** By rank, and by name within one. */
export const allSegments = queryOptions({
  queryKey: ['segments'],
  queryFn: async ({ signal }) => {
    const segments = await allPages((query) => answerOf(api.GET('/v1/segments', { params: { query }, signal })));
    return segments.sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name));
  },
});

/** None where one may not look them up. */
export function useSegments(): Segment[] {
  return useQuery({ ...allSegments, enabled: useMay('segments:read') }).data ?? [];
}
