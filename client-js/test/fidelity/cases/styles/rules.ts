import { type FidelityCase, inGroup } from '../../fidelity-case.ts';

const on = inGroup('Styles');
const page =
  '<!doctype html><html><head><style id=s>.a{color:red}@media all{.b{color:red}}@keyframes k{from{opacity:1}to{opacity:1}}@layer l{.c{color:red}}.d{&.e{color:red}}@supports(display:grid){.c{margin:9px}}</style></head><body><p class=a>a</p><p class=b>b</p><p class=c>c</p><p class="d e">d</p></body></html>';
const animated = page.replace('<p class=a>', '<p class=a style="animation:k 1s paused both">');
const rules = 'const rules = s.sheet.cssRules;';

export const sheetRules: readonly FidelityCase[] = [
  on(
    'insertRule at top level',
    page,
    `s.sheet.insertRule('.a{color:blue!important}', 0); s.sheet.insertRule('p{margin:3px}', s.sheet.cssRules.length)`,
  ),
  on(
    'deleteRule at top level',
    page,
    `s.sheet.deleteRule(0); s.sheet.deleteRule(s.sheet.cssRules.length - 1)`,
  ),
  on(
    'insertRule and deleteRule, mixed',
    page,
    `
    s.sheet.insertRule('.a{color:blue!important}', 0); s.sheet.insertRule('p{margin:3px}', 7); s.sheet.deleteRule(1); await rendered(); s.sheet.insertRule('.c{padding:5px}', 2); s.sheet.deleteRule(0)`,
  ),
  on(
    'insertRule and deleteRule in media',
    page,
    `${rules} rules[1].insertRule('.b{color:blue}', 1); rules[1].deleteRule(0)`,
  ),
  on(
    'insertRule and deleteRule in layer',
    page,
    `${rules} rules[3].insertRule('.c{font-size:30px}', 0); rules[3].insertRule('.c{color:lime}', 2); rules[3].deleteRule(1)`,
  ),
  on(
    'insertRule and deleteRule in supports',
    page,
    `${rules} rules[5].insertRule('.c{font-size:30px}', 0); rules[5].deleteRule(1)`,
  ),
  on(
    'insertRule in nested style rules',
    page,
    `${rules} rules[4].insertRule('&{color:lime;padding:5px}', 1)`,
  ),
  on(
    'deleteRule in nested style rules',
    page,
    `${rules} rules[4].deleteRule(0); rules[4].insertRule('&.e{font-size:30px}')`,
  ),
  on(
    'rules two levels down',
    page,
    `${rules} rules[1].insertRule('@media all{.b{color:blue}}', 1); rules[1].cssRules[1].insertRule('.b{font-size:30px}', 0); await rendered(); rules[1].cssRules[1].cssRules[0].style.color = 'lime'`,
  ),
  on(
    'rules in keyframes',
    animated,
    `${rules} rules[2].deleteRule('from'); rules[2].appendRule('from{margin-left:50px}')`,
  ),
  on(
    'keyframes: declarations and keys',
    animated,
    `${rules} rules[2].cssRules[0].style.marginLeft = '70px'; rules[2].cssRules[1].keyText = '50%'`,
  ),
  on(
    'keyframes renamed',
    animated,
    `${rules} rules[2].cssRules[0].style.opacity = '.3'; rules[2].name = 'other'`,
  ),
  on(
    'all rules inserted, as CSS-in-JS does',
    '<style id=s></style><p class=x>x</p>',
    `for (let i = 0; i < 50; i++) s.sheet.insertRule('.x{padding-left:' + i + 'px}', i)`,
  ),
  on(
    'rules inserted into a new style, and more of them later',
    '<p class=x>x</p>',
    `const style = make('style'); document.head.append(style); style.sheet.insertRule('.x{color:red}'); await rendered(); await rendered(); style.sheet.insertRule('.x{font-size:40px}', 1); await rendered(); style.sheet.insertRule('.x{margin:30px}', 2)`,
  ),
  on(
    'rules inserted after text was appended',
    page,
    `s.append('.a{margin:20px}'); s.sheet.insertRule('.b{font-size:30px}', 0); await rendered(); s.append('.c{color:lime}')`,
  ),
  on(
    'rules with images inserted',
    page,
    `s.sheet.insertRule('.a{background:url(/s.svg);height:50px}', 0); const image = new Image(); image.src = '/s.svg'; await image.decode()`,
    {
      files: {
        '/s.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="10" height="20" fill="red"/></svg>',
      },
    },
  ),
  on(
    'declarations edited by setProperty',
    page,
    `${rules} rules[0].style.setProperty('color', 'blue', 'important'); rules[1].cssRules[0].style.setProperty('--x', '1')`,
  ),
  on('declarations edited by removeProperty', page, `${rules} rules[0].style.removeProperty('color')`),
  on(
    'declarations edited by direct property',
    page,
    `${rules} rules[0].style.fontSize = '30px'; rules[0].style.color = ''; rules[4].cssRules[0].style.color = 'lime'`,
  ),
  on(
    'declarations edited later through a style in hand',
    page,
    `const { style } = s.sheet.cssRules[0]; await rendered(); await rendered(); style.fontSize = '33px'; await rendered(); style.color = 'lime'`,
  ),
  on(
    'declarations edited by cssText',
    page,
    `${rules} rules[0].style.cssText = 'border:1px solid'; rules[1].cssRules[0].style.cssText = 'color:lime'`,
  ),
  on(
    'declarations edited in a linked sheet',
    '<!doctype html><link id=s rel=stylesheet href=/a.css><p class=a>a</p>',
    `s.sheet.cssRules[0].style.color = 'lime'; s.sheet.insertRule('.a{font-size:40px}')`,
    {
      files: { '/a.css': '.a{color:red}' },
    },
  ),
  on(
    'declarations edited in an imported sheet',
    '<!doctype html><style id=s>@import "/a.css";</style><p class=a>a</p>',
    `const sheet = s.sheet.cssRules[0].styleSheet; sheet.cssRules[0].style.color = 'lime'; sheet.insertRule('.a{font-size:40px}')`,
    {
      cannot: {
        before: 'not yet: only the rules of the importing sheet are told whole',
        late: 'not yet: only the rules of the importing sheet are told whole',
      },
      files: { '/a.css': '.a{color:red}' },
    },
  ),
  on(
    'declarations of font faces and pages',
    '<style id=s>@font-face{font-family:f;src:local(x)}@page{margin:1cm}p{font-family:f}</style><p>x</p>',
    `${rules} rules[0].style.fontFamily = 'g'; rules[1].style.margin = '2cm'; rules[1].selectorText = ':first'`,
  ),
  on(
    'rules inserted as soon as all was said again',
    '<style id=s>p{color:red}</style><p class=a>x</p>',
    `s.sheet.insertRule('.a{font-size:30px}', 1); await rendered(); await rendered(); await keyframe(); s.sheet.insertRule('.a{color:blue}', 2)`,
  ),
  on(
    'declarations behind nested rules',
    '<style id=s>.a{color:red;& b{color:lime} font-size:30px}</style><p class=a>a <b>b</b></p>',
    `${rules} rules[0].cssRules[1].style.fontSize = '10px'`,
  ),
  on('selectorText', page, `${rules} rules[0].selectorText = '.b'; rules[3].cssRules[0].selectorText = '.a'`),
  on(
    'selectorText of a nested rule',
    page,
    `${rules} rules[4].cssRules[0].selectorText = '&'; rules[4].selectorText = '.c'`,
  ),
  on(
    'styleMap',
    page,
    `${rules} rules[0].styleMap.set('font-size', CSS.px(35)); rules[0].styleMap.delete('color')`,
  ),
  on('mediaText', page, `${rules} rules[1].media.mediaText = 'print'`),
  on(
    'mediaText: a medium appended and deleted',
    page.replace('@media all', '@media print'),
    `${rules} rules[1].media.appendMedium('screen'); await rendered(); rules[1].media.deleteMedium('print')`,
  ),
  on(
    'edited sheets whose element is put elsewhere',
    '<style id=s>p{color:red}</style><link id=l rel=stylesheet href=/a.css><p>p</p>',
    `s.sheet.insertRule('p{font-size:40px}'); l.sheet.deleteRule(0); await rendered(); const again = event(l, 'load'); document.body.append(s, l); await again`,
    { files: { '/a.css': 'p{margin:30px}' } },
  ),
  on(
    'edited linked sheet, then another one',
    '<link id=l rel=stylesheet href=/a.css><p>p</p>',
    `l.sheet.insertRule('p{color:red}'); await rendered(); const other = event(l, 'load'); l.href = '/b.css'; join(); await other`,
    { files: { '/a.css': 'p{margin:30px}', '/b.css': 'p{margin:10px}' } },
  ),
];
