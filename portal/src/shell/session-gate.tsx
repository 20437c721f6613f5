import { lazy, Suspense, useEffect } from 'react';
import { Portal } from './portal';
import { Splash } from './splash';
import { Unreachable } from './unreachable';
import { session } from '../session/session';
import { useStore } from '../state/store';

const SignInPage = lazy(() => import('../sign-in/sign-in-page').then(({ SignInPage: each }) => ({ default: each })));
const ReturnedPage = lazy(() => import('../sign-in/returned-page').then(({ ReturnedPage: each }) => ({ default: each })));
const ResetPage = lazy(() => import('../sign-in/reset-page').then(({ ResetPage: each }) => ({ default: each })));
const SecondFactorPage = lazy(() =>
  import('../sign-in/second-factor-page').then(({ SecondFactorPage: each }) => ({ default: each })),
);
const DutyPage = lazy(() => import('../sign-in/duty-page').then(({ DutyPage: each }) => ({ default: each })));

/** Opens what fits the session: nothing of the portal is shown before it is known who looks. */
export function SessionGate() {
  return (
    <Suspense fallback={<Splash />}>
      <Opened />
    </Suspense>
  );
}

function Opened() {
  const state = useStore(session.state);
  useEffect(() => {
    if (state.status !== 'unreachable') return;
    const timer = setInterval(() => void session.start(), 5_000);
    return () => clearInterval(timer);
  }, [state.status]);
  switch (state.status) {
    case 'starting':
      return <Splash />;
    case 'unreachable':
      return <Unreachable />;
    case 'second-factor':
      return <SecondFactorPage challenge={state.challenge} />;
    case 'returned':
      return <ReturnedPage />;
    case 'reset':
      return <ResetPage key={state.token} token={state.token} />;
    case 'signed-out':
    case 'ended':
      return <SignInPage ended={state.status === 'ended'} />;
    case 'signed-in':
      return state.me.duties.length > 0 ? <DutyPage me={state.me} /> : <Portal me={state.me} />;
  }
}
