import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { SignIn, SignInState } from './sign-in-state.ts';

const SignInContext = createContext<SignIn | undefined>(undefined);

export function SignInProvider({
  signIn,
  children,
}: {
  readonly signIn: SignIn;
  readonly children: ReactNode;
}) {
  return <SignInContext value={signIn}>{children}</SignInContext>;
}

/** The sign-in to act on. */
export function useSignIn(): SignIn {
  const signIn = useContext(SignInContext);
  if (!signIn) throw new Error('useSignIn needs a SignInProvider above it.');
  return signIn;
}

/** The sign-in's state, live. */
export function useSignInState(): SignInState {
  const signIn = useSignIn();
  return useSyncExternalStore(signIn.subscribe, signIn.state);
}
