import { calm, clicking, everyWay, type FidelityCase, inGroup } from '../fidelity-case.ts';

const on = inGroup('Forms');
const judged = `${calm}<style>:user-invalid{border:4px solid red}:user-valid{border:4px solid lime}</style><input id=a required><input id=b>`;
const emptied: NonNullable<FidelityCase['input']> = async (window, source) => {
  await clicking('#a')(window, source);
  await window.keyboard.type('x');
  await window.keyboard.press('Backspace');
};

/** What forms and fields find wrong. */
export const validity: readonly FidelityCase[] = [
  on(
    'custom validity',
    '<style>:invalid{border:4px solid red}</style><input id=a><select id=b><option>1</select><textarea id=c></textarea>',
    `a.setCustomValidity('no'); b.setCustomValidity('neither'); c.setCustomValidity('x'); c.setCustomValidity('')`,
  ),
  on(
    'custom validity of what is disabled',
    '<select id=a disabled><option>1</select>',
    `a.setCustomValidity('no')`,
  ),
  on(
    'custom validity of buttons and fieldsets',
    '<style>:invalid{border:4px solid red}</style><button id=a>b</button><output id=o></output>',
    `a.setCustomValidity('no'); o.setCustomValidity('no')`,
    { cannot: everyWay('not yet: only fields of input are told') },
  ),
  on(
    'custom validity taken back',
    '<style>:invalid{border:4px solid red}</style><input id=a>',
    `a.setCustomValidity('no'); await rendered(); a.setCustomValidity('')`,
  ),
  on(
    'required and patterns',
    '<style>:invalid{border:4px solid red}</style><input id=a required><input id=b pattern="[0-9]+" value=1>',
    `b.value = 'x'`,
  ),
  on(':user-invalid', judged, undefined, {
    input: async (window, source) => {
      await emptied(window, source);
      await clicking('#b')(window, source);
      await window.keyboard.type('x');
      await clicking('#a')(window, source);
    },
  }),
  on(':user-invalid, made good', judged, undefined, {
    input: async (window, source) => {
      await emptied(window, source);
      await clicking('#b', '#a')(window, source);
      await source.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      await window.keyboard.type('y');
      await clicking('#b')(window, source);
    },
  }),
  on(
    ':user-invalid of a form that is sent',
    `${calm}<style>input:user-invalid{border:4px solid red}input:user-valid{border:4px solid lime}</style><form novalidate onsubmit="return false"><input required><input><button id=b>b</button></form>`,
    `b.click()`,
  ),
  on(
    ':user-invalid of a form that may not be sent',
    `${calm}<style>input:user-invalid{color:red}input:user-valid{color:blue}</style><form><input value=x pattern=y id=a><input value=z><button id=b>b</button></form>`,
    `b.click(); await rendered(); a.blur()`,
  ),
];
