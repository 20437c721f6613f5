import { monotonicFactory } from 'ulid';

const next = monotonicFactory();

/** The prefixes of all object ids; an id tells a reader of a log what it names. */
export const ID_PREFIXES = {
  tenant: 'ten',
  tenantKey: 'tky',
  platformLease: 'plt',
  staff: 'stf',
  user: 'usr',
  session: 'ses',
  staffSession: 'sts',
  signInPolicy: 'sip',
  secondFactor: 'sfa',
  identityProvider: 'idp',
  identityLink: 'idl',
  passwordReset: 'pwr',
  apiKey: 'key',
  seat: 'sea',
  phone: 'phn',
  agent: 'agt',
  team: 'tem',
  teamSupervisor: 'tsv',
  skill: 'skl',
  agentSkill: 'ask',
  queueSkill: 'qsk',
  calendar: 'cld',
  number: 'num',
  stockedNumber: 'nst',
  queue: 'que',
  tier: 'tir',
  segment: 'seg',
  customer: 'cus',
  customerNumber: 'cnr',
  customerImport: 'cim',
  customerImportPortion: 'cip',
  call: 'cal',
  leg: 'leg',
  offer: 'ofr',
  callStay: 'sty',
  reconciliation: 'rec',
  tariff: 'tar',
  contract: 'con',
  callingPlan: 'cpl',
  spendReservation: 'spr',
  usage: 'usg',
  invoice: 'inv',
  invoiceLine: 'inl',
  ledgerEntry: 'led',
  auditEntry: 'aud',
  accessGrant: 'grt',
  recording: 'rcg',
  recordingPause: 'rcp',
  retentionPolicy: 'rtp',
  retentionRun: 'rtr',
  webhookEndpoint: 'whe',
  webhookDelivery: 'whd',
  erasure: 'ers',
  supervision: 'spv',
  callNote: 'cnt',
  branding: 'brd',
  breakReasonList: 'brl',
  wrapUpCode: 'wuc',
  wrapUpCodeQueue: 'wuq',
  handTopicList: 'htl',
  hand: 'hnd',
  agentSpell: 'asp',
  ivrScript: 'ivr',
  ivrScriptVersion: 'ivv',
  surveyAnswer: 'sva',
  scriptPath: 'spa',
  callback: 'cbk',
  callbackAttempt: 'cba',
  voicemail: 'vml',
  notice: 'ntc',
  emergency: 'emg',
  sound: 'snd',
  soundTake: 'tke',
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

/** A new id, e.g. `que_01J9Z3…`: sortable by creation time, monotonic within a process. */
export function newId(kind: IdKind): string {
  return `${ID_PREFIXES[kind]}_${next()}`;
}

/** Whether a text may be somebody's id: the ids' columns are ASCII, and to compare them with anything else is an error there. */
export function mayBeId(text: string): boolean {
  return /^[\w-]{1,40}$/.test(text);
}

/** Null for what is no id of that kind. */
export function readId(text: string | null, kind: IdKind): string | null {
  return text !== null && idPattern(kind).test(text) ? text : null;
}

/** The pattern of an id of one kind, for validation and the OpenAPI document. */
export function idPattern(kind: IdKind): RegExp {
  return new RegExp(`^${ID_PREFIXES[kind]}_[0-7][0-9A-HJKMNP-TV-Z]{25}$`);
}
