import { type FidelityCase, inGroup } from '../fidelity-case.ts';

const on = inGroup('Scroll and size');
const tall =
  '<div style="height:2000px;width:1500px;background:linear-gradient(45deg,red,blue,lime)">x</div>';
const hidden = '<style>::-webkit-scrollbar{display:none}</style>';
const box = `<div id=a style="width:200px;height:150px;overflow:auto">${tall}</div>`;

/** A box that was told to be scrolled. */
const scrolledBox = {
  page: '<div id=d></div><div id=e></div>',
  act: `const box = make('div', '<p style="height:900px;background:linear-gradient(red,blue)"></p>'); box.style.cssText = 'height:100px;overflow:auto'; d.append(box); box.scrollTop = 222; await rendered(); await rendered(); await rendered();`,
};

export const scrolls: readonly FidelityCase[] = [
  on('window', hidden + tall, `scrollTo(120, 700)`),
  on('window, in quirks mode', `<html><body>${hidden}${tall}`, `document.body.scrollTop = 300`),
  on('window, by the wheel', hidden + tall, undefined, {
    input: async (window) => {
      await window.mouse.move(100, 100);
      await window.mouse.wheel(0, 300);
    },
    until: () => scrollY === 300,
  }),
  on('window, to an anchor', `${hidden}${tall}<p id=t>t</p>${tall}`, `location.hash = 't'; await rendered()`),
  on(
    'body that scrolls instead of the window',
    `<style>html{height:100%;overflow:hidden}body{height:100%;overflow:auto;margin:0}</style>${tall}`,
    `document.body.scrollTop = 500`,
  ),
  on('elements', box, `a.scrollTo(50, 300)`),
  on(
    'elements, back to the start',
    box,
    `a.scrollTo(50, 300); await rendered(); await rendered(); a.scrollTo(0, 0)`,
  ),
  on(
    'elements, inside one another',
    `<div id=a style="width:300px;height:250px;overflow:auto"><div id=b style="width:200px;height:600px;overflow:auto">${tall}</div></div>`,
    `a.scrollTop = 100; b.scrollTop = 400`,
  ),
  on(
    'added',
    '<div id=d></div>',
    `
    const box = make('div', '<p style="height:900px;background:linear-gradient(red,blue)"></p>'); box.style.cssText = 'height:100px;overflow:auto'; d.append(box); box.scrollTop = 222`,
  ),
  on(
    'added, its content later',
    '<div id=d style="height:100px;overflow:auto"></div>',
    `
    d.innerHTML = '<p style="height:900px;background:linear-gradient(red,blue)"></p>'; d.scrollTop = 333; await rendered(); d.firstChild.style.height = '1900px'`,
  ),
  on(
    'moved',
    '<div id=d></div><div id=e></div>',
    `
    const box = make('div', '<p style="height:900px;background:linear-gradient(red,blue)"></p>'); box.style.cssText = 'height:100px;overflow:auto'; d.append(box); box.scrollTop = 222; await rendered(); await rendered(); await rendered(); e.append(box); await rendered()`,
  ),
  on('moved with what holds it', scrolledBox.page, `${scrolledBox.act} e.append(d); await rendered()`),
  on('moved away and back in one go', scrolledBox.page, `${scrolledBox.act} e.append(box); d.append(box)`),
  on(
    'moved with moveBefore',
    scrolledBox.page,
    `${scrolledBox.act} e.moveBefore(box, null); await rendered()`,
  ),
  on(
    'moved with the host of its shadow root',
    '<div id=d></div><x-a id=e></x-a>',
    `${scrolledBox.act} shadow(e).append(box); box.scrollTop = 222; await rendered(); await rendered(); await rendered(); d.append(e)`,
  ),
  on(
    'moved, and scrolled anew',
    '<div id=d></div><div id=e></div>',
    `
    const box = make('div', '<p style="height:900px;background:linear-gradient(red,blue)"></p>'); box.style.cssText = 'height:100px;overflow:auto'; d.append(box); await rendered(); e.append(box); box.scrollTop = 111`,
  ),
  on(
    'hidden and shown again',
    box,
    `a.scrollTop = 300; await rendered(); await rendered(); a.style.display = 'none'; await rendered(); await rendered(); a.style.display = ''`,
  ),
  on(
    'right to left',
    `<div id=a dir=rtl style="width:200px;height:100px;overflow:auto">${tall}</div>`,
    `a.scrollLeft = -200`,
  ),
  on('right to left, window', `<!doctype html><html dir=rtl><body>${hidden}${tall}`, `scrollTo(-300, 100)`),
  on(
    'vertical writing',
    `<div id=a style="writing-mode:vertical-rl;width:200px;height:100px;overflow:auto">${tall}</div>`,
    `a.scrollLeft = -200`,
  ),
  on(
    'textarea',
    '<textarea id=t rows=3></textarea>',
    `
    t.value = Array.from({ length: 50 }, (_, i) => 'line ' + i).join('\\n'); t.scrollTop = 200`,
  ),
  on(
    'input',
    '<input id=t size=5>',
    `t.value = 'a value that is much too long for its place'; await rendered(); t.scrollLeft = 60`,
  ),
  on(
    'select',
    '<select id=t size=3></select>',
    `for (let i = 0; i < 30; i++) t.append(new Option(i)); await rendered(); t.scrollTop = 100`,
  ),
  on('smooth', `<style>#a{scroll-behavior:smooth}</style>${box}`, `a.scrollTo(0, 300)`, {
    until: () => document.getElementById('a')!.scrollTop === 300,
  }),
  on(
    'smooth, window',
    `${hidden}<style>html{scroll-behavior:smooth}</style>${tall}`,
    `scrollTo({ top: 300, behavior: 'smooth' })`,
    { until: () => scrollY === 300 },
  ),
  on(
    'snapping',
    `<div id=a style="width:200px;height:150px;overflow:auto;scroll-snap-type:y mandatory"><div style="height:100px;scroll-snap-align:start;background:red"></div>${tall}</div>`,
    `a.scrollTo(0, 120); await rendered()`,
  ),
  on(
    'pinned chats',
    '<div id=c style="height:100px;overflow:auto;border:1px solid"></div>',
    `
    for (let i = 0; i < 30; i++) { c.append(make('p', 'message ' + i)); c.scrollTop = c.scrollHeight; if (i % 10 === 0) await rendered(); }`,
  ),
  on(
    'pinned chats, by column-reverse',
    '<div id=c style="height:100px;overflow:auto;border:1px solid;display:flex;flex-direction:column-reverse"></div>',
    `
    for (let i = 0; i < 30; i++) { c.prepend(make('p', 'message ' + i)); if (i % 10 === 0) await rendered(); }`,
  ),
  on(
    'grown above what is seen',
    box,
    `a.scrollTop = 300; await rendered(); await rendered(); a.prepend(make('div', 'new<br>new<br>new'))`,
  ),
  on(
    'resize',
    '<style>@media(max-width:400px){p{color:red}}p{width:50vw;background:pink}</style><p>x</p>',
    `
    const resized = event(window, 'resize'); frameElement.style.width = '350px'; frameElement.style.height = '300px'; await resized`,
  ),
  on(
    'resize of an element',
    '<textarea id=t></textarea><div id=d style="resize:both;overflow:auto;width:50px">x</div>',
    `t.style.width = '300px'; d.style.height = '99px'`,
  ),
  on(
    'zoom by CSS',
    `${box}<p>x</p>`,
    `document.documentElement.style.zoom = '1.5'; await rendered(); a.scrollTop = 200`,
  ),
];
