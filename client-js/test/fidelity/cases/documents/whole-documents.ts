import { type FidelityCase, inGroup } from '../../fidelity-case.ts';

const on = inGroup('Documents');
const laidOut =
  '<table border=1><tr><td>a<td>b</table><div style="width:100;color:red">unitless</div><img width=20 height=20 style="background:red">';
const imageInCell = '<table><tr><td style="background:red"><img width=20 height=20></td></tr></table>';
const transitional =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';
const written =
  '<!doctype html><title>new</title><style>p{color:green}</style><p>written<div id=w>more</div>';

export const wholeDocuments: readonly FidelityCase[] = [
  on('standards mode', `<!doctype html><html lang=en class=a><body bgcolor=yellow>${laidOut}${imageInCell}`),
  on('quirks mode', `<html><head><title>q</title></head><body>${laidOut}<p style="font-size:large">x`),
  on('quirks mode by an old doctype', `<!DOCTYPE html PUBLIC "-//IETF//DTD HTML 2.0//EN"><body>${laidOut}`),
  on('almost standards mode', `${transitional}<html><body>${laidOut}${imageInCell}`),
  on(
    'almost standards mode by HTML 4.01',
    `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd"><body>${laidOut}${imageInCell}`,
  ),
  on(
    'attributes of html',
    '<style>.dark{background:navy}</style><p>x</p>',
    `document.documentElement.className = 'dark'; document.documentElement.lang = 'de'; document.documentElement.dir = 'rtl'`,
  ),
  on(
    'attributes of body',
    '<p>x</p>',
    `document.body.setAttribute('style', 'color:white;background:teal;margin:40px'); document.body.dataset.theme = 'x'`,
  ),
  on(
    'attributes of html and body removed',
    '<!doctype html><html class=a style="background:red"><body bgcolor=blue class=b>x',
    `
    document.documentElement.removeAttribute('style'); document.body.removeAttribute('bgcolor'); document.body.className = ''`,
  ),
  on(
    'body replaced',
    '<p>x</p>',
    `
    const body = make('body', '<h1>new body</h1>'); body.style.background = 'beige'; document.body.replaceWith(body); await rendered(); body.append('later')`,
  ),
  on(
    'body emptied and filled',
    '<p>x</p>',
    `document.body.innerHTML = ''; await rendered(); document.body.innerHTML = '<h2>again</h2>'`,
  ),
  on(
    'head replaced',
    '<style>p{color:blue}</style><p>x</p>',
    `
    document.head.replaceWith(make('head', '<title>t</title><style>p{color:red;font-size:40px}</style>'))`,
  ),
  on(
    'html replaced',
    '<p>x</p>',
    `
    const html = document.createElement('html');
    html.innerHTML = '<head><style>h2{color:red}</style></head><body><h2>whole</h2></body>';
    document.documentElement.replaceWith(html);
    await rendered();
    document.body.append(make('i', 'later'))`,
  ),
  on(
    'html removed and another appended',
    '<p>x</p>',
    `
    document.documentElement.remove();
    await rendered();
    const html = document.createElement('html');
    html.innerHTML = '<body><h2>whole</h2></body>';
    document.append(html)`,
  ),
  on(
    'document.open and write',
    '<p>old</p>',
    `
    document.open(); document.write('${written}'); document.close()`,
  ),
  on(
    'document.open and write, then changed',
    '<p>old</p>',
    `
    document.open(); document.write('${written}'); document.close();
    await rendered(); w.append(make('b', ' and changed')); document.styleSheets[0].insertRule('div{color:red}')`,
  ),
  on(
    'document.open and write in quirks mode',
    '<p>old</p>',
    `
    document.open(); document.write('<body bgcolor=yellow><table><tr><td>quirks</table>'); document.close()`,
  ),
  on(
    'document.open and write in pieces',
    '<p>old</p>',
    `
    document.open(); document.write('<!doctype html><p>one<b>'); await rendered(); document.write('two</b><p id=p>three'); await rendered(); document.close()`,
  ),
  on(
    'document.open and write in an iframe',
    '<iframe id=f></iframe>',
    `
    const inner = f.contentDocument; inner.open(); inner.write('${written}'); inner.close(); await rendered(); inner.body.append('later')`,
  ),
  on(
    'document.open and write twice in an iframe',
    '<iframe id=f></iframe>',
    `
    for (const text of ['<p>one', '<!doctype html><h1>two']) {
      f.contentDocument.open(); f.contentDocument.write(text); f.contentDocument.close(); await rendered();
    }`,
  ),
  on('title', '<p>x</p>', `document.title = 'changed'`),
  on(
    'base',
    '<!doctype html><html><head><base href="/deep/"></head><body><a href="x.html">link</a><img src="a.svg"></body></html>',
    `
    document.body.append(make('img', '', { src: 'b.svg' })); await event($('img:last-child'), 'load')`,
    {
      files: {
        '/deep/a.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="40"><rect width="50" height="40" fill="teal"/></svg>',
        '/deep/b.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="30"><rect width="30" height="30" fill="red"/></svg>',
      },
    },
  ),
  on(
    'noscript',
    '<noscript><p>please enable</p></noscript><p>after</p>',
    `document.body.append(make('noscript', 'no <b>script</b>'))`,
  ),
  on(
    'noscript in the head',
    '<!doctype html><html><head><noscript><style>p{color:red}</style></noscript></head><body><p>not red</p></body></html>',
  ),
];
