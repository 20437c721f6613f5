import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../api/all-pages';
import { answerOf, api } from '../api/client';

export const allCalendars = queryOptions({
  queryKey: ['calendars'],
  queryFn: ({ signal }) => allPages((query) => answerOf(api.GET('/v1/calendars', { params: { query }, signal }))),
});
