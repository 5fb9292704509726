/** The signed-in agent, as the issuer names them. */
export interface Identity {
  readonly name: string;
  readonly detail: string | undefined;
}

export type SignInState =
  | { readonly type: 'starting' }
  /** The node did not answer. */
  | { readonly type: 'unavailable' }
  | { readonly type: 'signed-out'; readonly because: 'new' | 'own-wish' | 'expired' | 'failed' }
  /** On the way to the issuer. */
  | { readonly type: 'leaving' }
  | { readonly type: 'signed-in'; readonly identity: Identity };

/** The agent's sign-in, as a store that React reads. */
export interface SignIn {
  subscribe(listener: () => void): () => void;
  state(): SignInState;
  /** Tries to reach the node again. */
  retry(): void;
  begin(): void;
  signOut(): void;
  /** Ends a sign-in whose token the node no longer takes. */
  expire(): void;
  accessToken(): Promise<string | undefined>;
}
