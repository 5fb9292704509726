import { type FidelityCase, inGroup } from '../fidelity-case.ts';

const on = inGroup('scroll');
const tall =
  '<div style="height:2000px;width:1500px;background:linear-gradient(45deg,red,blue,lime)">x</div>';
const hidden = '<style>::-webkit-scrollbar{display:none}</style>';

export const scrolls: readonly FidelityCase[] = [
  on('window', hidden + tall, () => window.scrollTo(120, 700)),
  on('elements', `<div id=a style="width:200px;height:150px;overflow:auto">${tall}</div>`, () => {
    document.getElementById('a')!.scrollTo(50, 300);
  }),
  on('of an element added and moved', '<div id=d></div><div id=e></div>', () => {
    const box = document.createElement('div');
    box.style.cssText = 'height:100px;overflow:auto';
    box.innerHTML = '<p style="height:900px;background:linear-gradient(red,blue)"></p>';
    document.getElementById('d')!.append(box);
    document.getElementById('e')!.append(box);
    box.scrollTop = 222;
  }),
  on(
    'right to left',
    `<div id=a dir=rtl style="width:200px;height:100px;overflow:auto">${tall}</div>`,
    () => {
      document.getElementById('a')!.scrollLeft = -200;
    },
  ),
  on('textarea', '<textarea id=t rows=3></textarea>', () => {
    const t = document.getElementById('t') as HTMLTextAreaElement;
    t.value = Array.from({ length: 50 }, (_, i) => `line ${i}`).join('\n');
    t.scrollTop = 200;
  }),
  on(
    'a chat pinned to its end',
    '<div id=c style="height:100px;overflow:auto;border:1px solid"></div>',
    async () => {
      const c = document.getElementById('c')!;
      for (let i = 0; i < 30; i++) {
        c.append(Object.assign(document.createElement('p'), { textContent: `message ${i}` }));
        c.scrollTop = c.scrollHeight;
        if (i % 10 === 0) await new Promise(requestAnimationFrame);
      }
    },
  ),
];
