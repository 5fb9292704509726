import { type FidelityCase, inGroup } from '../../fidelity-case.ts';

const on = inGroup('Styles');
const page = '<style>.x{padding:1px}</style><p class=x>x</p>';
const two = `const one = sheetOf('.x{color:red}'), two = sheetOf('.x{color:blue;font-size:30px}');`;

export const adopted: readonly FidelityCase[] = [
  on('adopted sheets assigned', page, `${two} document.adoptedStyleSheets = [one, two]`),
  on(
    'adopted sheets assigned anew',
    page,
    `${two} document.adoptedStyleSheets = [one, two]; await rendered(); document.adoptedStyleSheets = [one]`,
  ),
  on(
    'adopted sheets pushed',
    page,
    `${two} document.adoptedStyleSheets.push(one); await rendered(); document.adoptedStyleSheets.push(two)`,
  ),
  on(
    'adopted sheets spliced',
    page,
    `${two} document.adoptedStyleSheets = [one, two]; await rendered(); document.adoptedStyleSheets.splice(0, 2, sheetOf('.x{color:lime}'))`,
  ),
  on(
    'adopted sheets reordered',
    page,
    `${two} document.adoptedStyleSheets = [one, two]; await rendered(); document.adoptedStyleSheets.reverse()`,
  ),
  on(
    'adopted sheets: replaceSync',
    page,
    `${two} document.adoptedStyleSheets = [one]; await rendered(); one.replaceSync('.x{color:lime;margin:30px}')`,
  ),
  on(
    'adopted sheets: replace',
    page,
    `${two} document.adoptedStyleSheets = [one]; await one.replace('.x{color:lime;margin:30px}')`,
  ),
  on(
    'adopted sheets: rules and declarations',
    page,
    `
    ${two} document.adoptedStyleSheets = [one, two]; await rendered(); one.insertRule('.x{border:1px solid}', 1); two.cssRules[0].style.color = 'lime'; two.deleteRule(0); two.insertRule('@media all{.x{margin:9px}}'); two.cssRules[0].insertRule('.x{margin:30px}', 1)`,
  ),
  on(
    'adopted sheets: media',
    page,
    `${two} document.adoptedStyleSheets = [one, two]; await rendered(); two.media.mediaText = 'print'`,
  ),
  on(
    'adopted sheets: media from the start',
    page,
    `document.adoptedStyleSheets = [new CSSStyleSheet({ media: 'print' }), new CSSStyleSheet({ media: 'screen' })]; for (const sheet of document.adoptedStyleSheets) sheet.insertRule('.x{color:red}')`,
  ),
  on(
    'adopted sheets: disabled',
    page,
    `${two} document.adoptedStyleSheets = [one, two]; await rendered(); two.disabled = true`,
  ),
  on(
    'adopted sheets: disabled from the start',
    page,
    `const one = new CSSStyleSheet({ disabled: true }); one.insertRule('.x{color:red}'); document.adoptedStyleSheets = [one]`,
  ),
  on('adopted sheets: one twice', page, `${two} document.adoptedStyleSheets = [two, one, two]`),
  on(
    'adopted sheets: with a base address',
    page,
    `const one = new CSSStyleSheet({ baseURL: '/deep/' }); one.replaceSync('.x{background:url(s.svg);height:50px}'); document.adoptedStyleSheets = [one]; const image = new Image(); image.src = '/deep/s.svg'; await image.decode()`,
    {
      files: {
        '/deep/s.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="10" height="20" fill="red"/></svg>',
      },
    },
  ),
  on(
    'edited while all is said again',
    '<p>p</p>',
    `const sheet = sheetOf('p{color:red}'); document.adoptedStyleSheets = [sheet]; keyframe(); await turn(); sheet.insertRule('p{font-size:40px}'); await rendered(); sheet.insertRule('p{margin:20px}')`,
  ),
];
