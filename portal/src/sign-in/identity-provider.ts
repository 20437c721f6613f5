import { answerOf, api } from '../api/client';
import { session } from '../session/session';

/** Which sign-in this browser began, until it comes back from the provider. */
const KEY = 'seatline.oidc';

/** Leaves for the tenant's identity provider. @throws ProblemError */
export async function beginAtProvider(tenant: string): Promise<void> {
  const { authorization_url: url, sign_in: begun } = await answerOf(api.POST('/v1/sign-in/oidc/begin', { body: { tenant } }));
  sessionStorage.setItem(KEY, begun);
  location.assign(url);
}

/** Completes what was begun, with what the provider sent back in the address. @throws ProblemError */
export async function completeAtProvider(): Promise<void> {
  const body = { sign_in: sessionStorage.getItem(KEY) ?? '', query: location.search.slice(1), cookie: true };
  sessionStorage.removeItem(KEY);
  history.replaceState(null, '', '/');
  await session.begin(await answerOf(api.POST('/v1/sign-in/oidc/complete', { body })));
}
