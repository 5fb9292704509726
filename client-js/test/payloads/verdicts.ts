import { nameOf, type Payload, payloads } from './arm.ts';
import type { Recorded } from './customer-page.ts';
import type { Harm } from './payload-run.ts';

/** All the harm that was done, a line each. */
export function harmOf(
  { scripts, requests, strays, navigations, dialogs, seen }: Harm,
  some: readonly Payload[],
): string[] {
  const named = (index: number) => (payloads[index] ? nameOf(payloads[index]) : 'none of the payloads');
  const shown = new Set(seen.map(({ index }) => index));
  return [
    ...[...scripts].map((index) => `a script ran: ${named(index)}`),
    ...[...requests].map((index) => `asked a foreign host: ${named(index)}`),
    ...strays.map((line) => `asked for ${line}`),
    ...navigations.map((address) => `navigated to ${address}`),
    ...dialogs.map((message) => `a dialog: ${message}`),
    ...seen.flatMap(({ index, wrong, lost }) =>
      [...wrong, ...lost.map((reason) => `lost: ${reason}`)].map((what) => `${what}: ${named(index)}`),
    ),
    ...some
      .filter(({ index }) => seen.length >= some.length && !shown.has(index))
      .map((each) => `not shown: ${nameOf(each)}`),
  ];
}

/** Where the replica says something else than the customer's page: dropping everything is no defence. */
export function otherText({ seen }: Harm, recorded: readonly Recorded[]): string[] {
  const said = new Map(recorded.map(({ index, text }) => [index, text]));
  return seen
    .filter(
      ({ index, text }) => text.trim() !== said.get(index)?.trim() && !isDisguised(payloads[index]!, text),
    )
    .map(
      ({ index, text }) =>
        `says ${JSON.stringify(text.slice(0, 120))} for ${JSON.stringify(said.get(index)?.slice(0, 120))}: ${nameOf(payloads[index]!)}`,
    );
}

/** A form whose controls hide what capture reads off it is left out; what stands beside it must show all the same. */
const isDisguised = ({ text: markup, index }: Payload, text: string): boolean =>
  (/^<form><input name=(parentNode|nextSibling|nodeName|removeAttribute|removeAttributeNS|isConnected)>/.test(
    markup,
  ) &&
    text.includes(`before ${index}`) &&
    text.includes(`after ${index}`)) ||
  // An image that hides these of a document hides the document.
  /^<img name=(firstChild|nodeType)>/.test(markup);

/** Where what stands beside a forged payload is gone. */
export const missingNeighbours = ({ seen }: Harm): string[] =>
  seen
    .filter(({ index, text }) => !text.includes(`before ${index}`) || !text.includes(`after ${index}`))
    .map(
      ({ index, text }) =>
        `neighbours are gone from ${JSON.stringify(text.slice(0, 120))}: ${nameOf(payloads[index]!)}`,
    );

/** Whether a run without layers did as much harm as these payloads can, in this browser, at least. */
export const fires = ({ scripts, requests, navigations }: Harm, some: readonly Payload[]): boolean =>
  scripts.size > some.length / 5 && requests.size > some.length / 3 && navigations.length > 0;
