import type { Application } from '../application.ts';
import { bundledApplication } from '../bundled-application.ts';
import { steps as accounts } from './accounts/steps.ts';
import { steps as budget } from './budget/steps.ts';
import { steps as cards } from './cards/steps.ts';
import { steps as loans } from './loans/steps.ts';
import { steps as messages } from './messages/steps.ts';
import { steps as portfolio } from './portfolio/steps.ts';
import { steps as standingOrders } from './standing-orders/steps.ts';
import { steps as statement } from './statement/steps.ts';
import { steps as transferAr } from './transfer-ar/steps.ts';

/** Small applications as banks have them, each with another framework or library. */
export const applications: readonly Application[] = [
  { name: 'accounts', steps: accounts, portal: () => bundledApplication('accounts', 'main.tsx') },
  {
    name: 'standing-orders',
    pixels: 40,
    steps: standingOrders,
    portal: () => bundledApplication('standing-orders', 'main.ts'),
  },
  { name: 'budget', steps: budget, portal: () => bundledApplication('budget', 'main.ts') },
  { name: 'loans', steps: loans, portal: () => bundledApplication('loans', 'main.ts') },
  { name: 'cards', steps: cards, portal: () => bundledApplication('cards', 'main.ts') },
  { name: 'messages', steps: messages, portal: () => bundledApplication('messages', 'main.ts') },
  { name: 'portfolio', steps: portfolio, portal: () => bundledApplication('portfolio', 'main.ts') },
  { name: 'transfer-ar', steps: transferAr, portal: () => bundledApplication('transfer-ar', 'main.ts') },
  { name: 'statement', steps: statement, portal: () => bundledApplication('statement', 'main.ts') },
];
