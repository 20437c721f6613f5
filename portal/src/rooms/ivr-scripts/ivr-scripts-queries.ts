import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, versionOf } from '../../api/client';
import type { Schemas } from '../../api/types';

export type Script = Schemas['WholeIvrScriptDto'];
export type Version = Schemas['IvrScriptVersionDto'];
export type Check = Schemas['CheckDto'];
export type Finding = Schemas['FindingDto'];
export type Change = Schemas['ChangedPlaceDto'];

export const oneScript = (id: string) =>
  queryOptions({
    queryKey: ['ivr-scripts', id],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/ivr-scripts/{id}', { params: { path: { id } }, signal })),
  });

/** What the API finds wrong with a document, saved or not. */
export const checkOf = (id: string, document: unknown, text: string) =>
  queryOptions({
    queryKey: ['ivr-scripts', id, 'check', text],
    queryFn: ({ signal }) => answerOf(api.POST('/v1/ivr-scripts/{id}/check', { params: { path: { id } }, body: { document: document as never }, signal })),
    gcTime: 60_000,
  });

export const versionsOf = (id: string) =>
  queryOptions({
    queryKey: ['ivr-scripts', id, 'versions'],
    queryFn: async ({ signal }) => (await answerOf(api.GET('/v1/ivr-scripts/{id}/versions', { params: { path: { id } }, signal }))).versions,
  });

export const oneVersion = (id: string) =>
  queryOptions({
    queryKey: ['ivr-script-versions', id],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/ivr-script-versions/{id}', { params: { path: { id } }, signal })),
  });

/** @param to left out, the draft as it was saved in the version of `etag` */
export const differenceBetween = (id: string, etag: string, from: number, to?: number) =>
  queryOptions({
    queryKey: ['ivr-scripts', id, 'difference', from, to ?? etag],
    queryFn: async ({ signal }) => {
      const query = { from, ...(to !== undefined && { to }) };
      return (await answerOf(api.GET('/v1/ivr-scripts/{id}/difference', { params: { path: { id }, query }, signal }))).changes;
    },
  });
