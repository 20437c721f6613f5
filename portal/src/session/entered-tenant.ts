import { createStore } from '../state/store';

/** The tenant that one of the provider's people works in, in this tab. */
export interface EnteredTenant {
  id: string;
  name: string;
}

const KEY = 'seatline.entered-tenant';

export const enteredTenant = createStore<EnteredTenant | null>(read());
enteredTenant.subscribe(() => {
  const tenant = enteredTenant.get();
  if (tenant) sessionStorage.setItem(KEY, JSON.stringify(tenant));
  else sessionStorage.removeItem(KEY);
});

function read(): EnteredTenant | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as EnteredTenant | null;
  } catch {
    return null;
  }
}
