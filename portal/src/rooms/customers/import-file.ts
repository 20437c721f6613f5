import { answerOf, api } from '../../api/client';

/** The file goes as it is: no JSON. */
const asFile = (file: File) => ({
  body: file as never,
  bodySerializer: (body: unknown) => body as BodyInit,
  headers: { 'Content-Type': 'text/csv' },
});

export const tryImport = (file: File) => answerOf(api.POST('/v1/customer-imports/check', asFile(file)));
export const beginImport = (file: File) => answerOf(api.POST('/v1/customer-imports', asFile(file)));
