import { RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Me } from '../session/session';
import { Branding } from './branding';
import { routerFor } from './router';

/** The rooms that this person's role opens. */
export function Portal({ me }: { me: Me }) {
  const router = useMemo(() => routerFor(me), [me]);
  return (
    <>
      <Branding me={me} />
      <RouterProvider router={router} />
    </>
  );
}
