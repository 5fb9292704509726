import { createRoot } from 'react-dom/client';
import { signalRAgentHub } from './connection/signalr-agent-hub.ts';
import { requestTicket } from './connection/ticket.ts';
import { ConsoleApp } from './console-app.tsx';
import { httpHistoryApi } from './history/history-api.ts';
import { HistoryApiProvider } from './history/history-api-context.tsx';
import { httpPolicyApi } from './policy/policy-api.ts';
import { PolicyApiProvider } from './policy/policy-api-context.tsx';
import { httpRetentionApi } from './retention/retention-api.ts';
import { RetentionApiProvider } from './retention/retention-api-context.tsx';
import { answerSilentRenewal, OidcSignIn } from './sign-in/oidc-sign-in.ts';
import { SignInProvider } from './sign-in/sign-in-context.tsx';
import { ThemeRoot } from './theme/theme-root.tsx';
import { LanguageRoot } from './words/language-context.tsx';
import { languageFor } from './words/languages.ts';
import { seatMemory } from './workspace/seat-memory.ts';
import { Workspace } from './workspace/workspace.ts';

async function openConsole(): Promise<void> {
  if (await answerSilentRenewal()) return;
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no root element.');
  const signIn = new OidcSignIn();
  const openWorkspace = () =>
    new Workspace(
      signalRAgentHub(() => requestTicket(signIn.accessToken)),
      seatMemory(sessionStorage),
    );
  const language = await languageFor(navigator.languages);
  const policies = httpPolicyApi(signIn.accessToken, language.words.shared.refused);
  const retention = httpRetentionApi(signIn.accessToken, language.words.shared.refused);
  const history = httpHistoryApi(signIn.accessToken, language.words.shared.refused);
  createRoot(root).render(
    <LanguageRoot language={language}>
      <ThemeRoot>
        <SignInProvider signIn={signIn}>
          <PolicyApiProvider value={policies}>
            <RetentionApiProvider value={retention}>
              <HistoryApiProvider value={history}>
                <ConsoleApp openWorkspace={openWorkspace} />
              </HistoryApiProvider>
            </RetentionApiProvider>
          </PolicyApiProvider>
        </SignInProvider>
      </ThemeRoot>
    </LanguageRoot>,
  );
  await signIn.start();
}

void openConsole();
