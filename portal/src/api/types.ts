import type { components } from './schema';

/** The wire's types, by the names of the API's document. */
export type Schemas = components['schemas'];
export type Permission = Schemas['MeDto']['permissions'][number];
