import { queryOptions } from '@tanstack/react-query';
import { api, versionOf } from '../../api/client';

export const oneCalendar = (id: string) =>
  queryOptions({
    queryKey: ['calendars', id],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/calendars/{id}', { params: { path: { id } }, signal })),
  });
