import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { type ConsoleConfig, fetchConsoleConfig } from './console-config.ts';
import { identityOf } from './identity.ts';
import type { SignIn, SignInState } from './sign-in-state.ts';

const home = '/console/';
/** Remembers over the way to the issuer and back that the agent signed out. */
const ownWish = 'cobrowse-console-signed-out';

/** A sign-in by authorization code with PKCE, kept in this tab and renewed silently. */
export class OidcSignIn implements SignIn {
  #state: SignInState = { type: 'starting' };
  #users: UserManager | undefined;
  #config: ConsoleConfig | undefined;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): SignInState => this.#state;

  /** Reads the configuration, takes the issuer's answer if the address holds one, else what this tab remembers. */
  async start(): Promise<void> {
    this.#become({ type: 'starting' });
    let config: ConsoleConfig;
    try {
      config = await fetchConsoleConfig();
    } catch {
      this.#become({ type: 'unavailable' });
      return;
    }
    this.#config = config;
    this.#users = this.#manager(config);
    try {
      const remembered = isCallback() ? await this.#users.signinCallback() : await this.#users.getUser();
      // A tab that was closed over the renewal need not bother the agent while the issuer still knows them.
      const renewed = remembered?.expired ? await this.#users.signinSilent().catch(() => null) : undefined;
      const user = renewed ?? remembered;
      if (isCallback()) history.replaceState(null, '', home);
      const signedOut = sessionStorage.getItem(ownWish) !== null;
      sessionStorage.removeItem(ownWish);
      this.#accept(user ?? undefined, signedOut ? 'own-wish' : 'new');
    } catch {
      if (isCallback()) history.replaceState(null, '', home);
      this.#become({ type: 'signed-out', because: 'failed' });
    }
  }

  readonly retry = (): void => void this.start();

  readonly begin = (): void => {
    this.#become({ type: 'leaving' });
    this.#users?.signinRedirect().catch(() => this.#become({ type: 'signed-out', because: 'failed' }));
  };

  readonly signOut = (): void => void this.#signOut();

  readonly expire = (): void => {
    void this.#users?.removeUser();
    this.#become({ type: 'signed-out', because: 'expired' });
  };

  readonly accessToken = async (): Promise<string | undefined> => {
    const user = await this.#users?.getUser();
    if (user && !user.expired) return user.access_token;
    // A laptop that slept through the renewal gets one more chance before the agent is asked to sign in.
    return user ? (await this.#users?.signinSilent().catch(() => null))?.access_token : undefined;
  };

  async #signOut(): Promise<void> {
    const users = this.#users;
    if (!users) return;
    const canEndThere = await users.metadataService.getEndSessionEndpoint().catch(() => undefined);
    if (canEndThere) {
      this.#become({ type: 'leaving' });
      sessionStorage.setItem(ownWish, '');
      const left = await users.signoutRedirect().then(
        () => true,
        () => false,
      );
      if (left) return;
      sessionStorage.removeItem(ownWish);
    }
    await users.removeUser();
    this.#become({ type: 'signed-out', because: 'own-wish' });
  }

  #manager(config: ConsoleConfig): UserManager {
    const address = new URL(home, location.origin).href;
    const users = new UserManager({
      authority: config.authority,
      client_id: config.clientId,
      scope: config.scope,
      redirect_uri: address,
      silent_redirect_uri: address,
      post_logout_redirect_uri: address,
      response_type: 'code',
      userStore: new WebStorageStateStore({ store: sessionStorage }),
      stateStore: new WebStorageStateStore({ store: sessionStorage }),
      automaticSilentRenew: true,
      // Soon enough for a slow issuer, and late enough for one whose tokens are good for a minute only.
      accessTokenExpiringNotificationTimeInSeconds: 20,
      monitorSession: false,
    });
    users.events.addUserLoaded((user) => this.#accept(user, 'expired'));
    users.events.addAccessTokenExpired(() => {
      void users.signinSilent().catch(() => this.expire());
    });
    return users;
  }

  #accept(user: User | undefined, otherwise: 'new' | 'own-wish' | 'expired'): void {
    if (user && !user.expired)
      this.#become({
        type: 'signed-in',
        identity: identityOf(user.profile, this.#config?.nameClaim, this.#config?.titleClaim),
      });
    else this.#become({ type: 'signed-out', because: user ? 'expired' : otherwise });
  }

  #become(state: SignInState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** Whether the address holds an issuer's answer, good or bad. */
function isCallback(): boolean {
  const query = new URLSearchParams(location.search);
  return query.has('state') && (query.has('code') || query.has('error'));
}

/** In the hidden iframe of a silent renewal only the answer counts: nothing is rendered. */
export async function answerSilentRenewal(): Promise<boolean> {
  if (window.parent === window || !isCallback()) return false;
  const config = await fetchConsoleConfig();
  const users = new UserManager({
    authority: config.authority,
    client_id: config.clientId,
    redirect_uri: new URL(home, location.origin).href,
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
  await users.signinSilentCallback();
  return true;
}
