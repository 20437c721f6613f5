import type { Locale } from '../../tenants/domain/tenant-spec';

/** What a script knows of the call that it leads. */
export interface Call {
  variables: Readonly<Record<string, string>>;
  /** Variables that are kept nowhere: card numbers and the like. They are forgotten when the call leaves the script. */
  masked: readonly string[];
  language: Locale;
  /** Seconds by which the caller counts as having waited longer than he has. */
  priority: number;
  /** How often the present step has asked. */
  tries: number;
}

export function newCall(language: Locale, variables: Record<string, string> = {}): Call {
  return { variables, masked: [], language, priority: 0, tries: 0 };
}

export function withVariables(call: Call, values: Record<string, string>): Call {
  return { ...call, variables: { ...call.variables, ...values } };
}

export function withMasked(call: Call, name: string, value: string): Call {
  return { ...withVariables(call, { [name]: value }), masked: [...new Set([...call.masked, name])] };
}

/** As it may be kept outside of the process. */
export function withoutMasked(call: Call): Call {
  const variables = Object.fromEntries(Object.entries(call.variables).filter(([name]) => !call.masked.includes(name)));
  return { ...call, variables, masked: [] };
}
