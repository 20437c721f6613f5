import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';

export const oneInvoice = (id: string) =>
  queryOptions({
    queryKey: ['invoices', id],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/invoices/{id}', { params: { path: { id } }, signal })),
  });
