import { report } from '../capture/guard.ts';
import type { ControlView } from '../consent/view.ts';
import type { ControlGround, ControlRoom } from '../control/control-room.ts';
import type { ConsentRequest, ControlRules, SessionView } from '../protocol/protocol.gen.ts';

/** The door to the room of control, which is fetched when an agent asks for it: most sessions never need it. */
export class RemoteControl {
  /** What the tenant blocks, as of the last join. */
  rules: ControlRules | null = null;
  room: ControlRoom | undefined;
  #asked = '';
  readonly #ground: ControlGround;

  constructor(ground: ControlGround) {
    this.#ground = ground;
  }

  ask(request: ConsentRequest, words?: string | null): void {
    this.#asked = request.RequestId;
    import('../control/control-room.ts')
      .then(({ ControlRoom }) => {
        this.room ??= new ControlRoom(this.#ground);
        if (this.#asked === request.RequestId) this.room.ask(request, words);
      })
      .catch(report);
  }

  /** The question is closed, even before it was put. */
  unask(): void {
    this.#asked = '';
  }

  update(session: SessionView): ControlView | undefined {
    return this.room?.update(session, this.rules);
  }
}
