import type { Entry } from './translate';
import { CONTRACTS } from './zh/contracts';
import { CUSTOMERS } from './zh/customers';
import { FLOOR } from './zh/floor';
import { CALLBACKS } from './zh/callbacks';
import { IVR_SCRIPTS } from './zh/ivr-scripts';
import { PEOPLE } from './zh/people';
import { REQUESTS } from './zh/requests';
import { SOUNDS } from './zh/sounds';
import { TENANT_FILES } from './zh/tenant-files';

/** Simplified Chinese. That none is forgotten, and none left over: test/medium/translations.spec.ts. */
export const ZH: readonly Entry[] = [...REQUESTS, ...PEOPLE, ...CALLBACKS, ...CONTRACTS, ...CUSTOMERS, ...FLOOR, ...IVR_SCRIPTS, ...SOUNDS, ...TENANT_FILES];
