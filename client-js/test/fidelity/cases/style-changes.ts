import { type FidelityCase, inGroup } from '../fidelity-case.ts';

const on = inGroup('CSSOM');
const page =
  '<!doctype html><html><head><style id=s>.a{color:red}@media all{.b{color:red}}@keyframes k{from{opacity:1}to{opacity:1}}@layer l{.c{color:red}}.d{&.e{color:red}}</style></head><body><p class=a>a</p><p class=b>b</p><p class=c>c</p><p class="d e">d</p></body></html>';

export const styleChanges: readonly FidelityCase[] = [
  on('rules inserted and deleted', page, () => {
    const { sheet } = document.getElementById('s') as HTMLStyleElement;
    sheet!.insertRule('.a{color:blue!important}', 0);
    sheet!.insertRule('p{margin:3px}', sheet!.cssRules.length);
    sheet!.deleteRule(1);
  }),
  on('rules in media, layer and nested rules', page, () => {
    const rules = (document.getElementById('s') as HTMLStyleElement).sheet!.cssRules;
    (rules[1] as CSSMediaRule).insertRule('.b{color:blue}', 1);
    (rules[3] as CSSGroupingRule).insertRule('.c{font-size:30px}', 0);
    (rules[4] as CSSStyleRule).insertRule('&{color:lime;padding:5px}', 1);
  }),
  on(
    'keyframes changed',
    page.replace('<p class=a>', '<p class=a style="animation:k 1s paused both">'),
    () => {
      const k = (document.getElementById('s') as HTMLStyleElement).sheet!.cssRules[2] as CSSKeyframesRule;
      k.deleteRule('from');
      k.appendRule('from{margin-left:50px}');
    },
  ),
  on('declarations edited', page, () => {
    const rules = (document.getElementById('s') as HTMLStyleElement).sheet!.cssRules;
    const a = rules[0] as CSSStyleRule;
    a.style.setProperty('color', 'blue', 'important');
    a.style.fontSize = '30px';
    ((rules[1] as CSSMediaRule).cssRules[0] as CSSStyleRule).style.cssText = 'border:1px solid';
  }),
  on('selector and media text changed', page, () => {
    const rules = (document.getElementById('s') as HTMLStyleElement).sheet!.cssRules;
    (rules[0] as CSSStyleRule).selectorText = '.b';
    (rules[1] as CSSMediaRule).media.mediaText = 'print';
  }),
  on('all rules inserted, as CSS-in-JS does', '<style id=s></style><p class=x>x</p>', () => {
    const { sheet } = document.getElementById('s') as HTMLStyleElement;
    for (let i = 0; i < 50; i++) sheet!.insertRule(`.x{padding-left:${i}px}`, i);
  }),
  on('sheets adopted, pushed and reordered', '<p class=x>x</p>', () => {
    const [one, two, three] = [new CSSStyleSheet(), new CSSStyleSheet(), new CSSStyleSheet()];
    one.replaceSync('.x{color:red}');
    two.replaceSync('.x{color:blue}');
    document.adoptedStyleSheets = [one, two];
    document.adoptedStyleSheets.push(three);
    three.insertRule('.x{font-size:50px}');
    document.adoptedStyleSheets.reverse();
    two.insertRule('.x{border:1px solid}', 1);
  }),
  on('style map and typed values', page, () => {
    const rules = (document.getElementById('s') as HTMLStyleElement).sheet!.cssRules;
    (rules[0] as CSSStyleRule).styleMap.set('font-size', CSS.px(35));
    (document.querySelector('.b') as HTMLElement).attributeStyleMap.set('opacity', 0.5);
  }),
];
