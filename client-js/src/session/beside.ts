import { report } from '../capture/guard.ts';
import { tried } from '../capture/tried.ts';
import type { CustomerChat, CustomerChatParts } from '../chat/customer-chat.ts';
import type { View } from '../consent/index.ts';

/** What few sessions need: its module is fetched with the first message, or the customer's first press. */
export class Beside {
  #chat: Promise<CustomerChat> | undefined;
  readonly #parts: CustomerChatParts;

  constructor(parts: CustomerChatParts) {
    this.#parts = parts;
    if (tried(() => sessionStorage['cobrowse.chat'])) this.use(() => {});
  }

  /** What the customer is shown by now. */
  changed(view: View): void {
    void this.#chat?.then((chat) => chat.changed(view));
  }

  use(act: (chat: CustomerChat) => void): void {
    this.#chat ??= import('../chat/customer-chat.ts').then(
      ({ CustomerChat }) => new CustomerChat(this.#parts),
    );
    this.#chat.then(act).catch((error) => {
      // The next message tries again.
      this.#chat = undefined;
      report(error);
    });
  }
}
