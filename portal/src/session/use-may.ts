import type { Permission } from '../api/types';
import { useStore } from '../state/store';
import { may, session, signedIn } from './session';

/** Whether who is signed in holds a permission. The API asks again: this only decides what is offered. */
export function useMay(permission: Permission): boolean {
  return may(signedIn(useStore(session.state)), permission);
}
