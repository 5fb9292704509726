import { type FidelityCase, inGroup } from '../fidelity-case.ts';

const on = inGroup('mutations');
const list = `<ul id=l>${Array.from({ length: 12 }, (_, i) => `<li id=i${i}>item ${i}</li>`).join('')}</ul><div id=d></div>`;

export const mutations: readonly FidelityCase[] = [
  on('append, prepend and replace', list, () => {
    const l = document.getElementById('l')!;
    l.append('tail', document.createElement('hr'));
    l.prepend(document.createElement('b'));
    document.getElementById('i3')!.replaceWith('three', document.createElement('i'));
    document.getElementById('d')!.innerHTML = '<p>a<b>b<i>c</i></b></p>';
  }),
  on('reverse, shuffle and swap', list, () => {
    const l = document.getElementById('l')!;
    l.append(...Array.from(l.children).reverse());
    l.insertBefore(document.getElementById('i5')!, document.getElementById('i9'));
    l.insertBefore(document.getElementById('i1')!, l.firstChild);
    l.append(...[7, 2, 10].map((i) => document.getElementById(`i${i}`)!));
  }),
  on('wrap, and a parent moved into its child', list, () => {
    const wrap = document.createElement('section');
    const l = document.getElementById('l')!;
    l.replaceWith(wrap);
    wrap.append(l);
    const [a, b] = [document.getElementById('i1')!, document.getElementById('i2')!];
    a.append(b);
    l.append(b);
    b.append(a);
  }),
  on('removed and put back', list, async () => {
    const [l, i] = [document.getElementById('l')!, document.getElementById('i4')!];
    i.remove();
    l.append(i);
    const j = document.getElementById('i6')!;
    j.remove();
    await new Promise(requestAnimationFrame);
    j.textContent = 'changed while away';
    j.className = 'x';
    l.prepend(j);
  }),
  on('added, then moved out and dropped', list, () => {
    const box = document.createElement('div');
    box.innerHTML = '<p id=p>in</p><p id=q>box</p>';
    document.body.append(box);
    document.getElementById('d')!.append(document.getElementById('p')!);
    box.remove();
  }),
  on('text spliced, split and normalised', '<p id=p>hello world</p>', () => {
    const text = document.getElementById('p')!.firstChild as Text;
    text.insertData(5, ',');
    text.splitText(3).splitText(2);
    text.replaceData(0, 2, 'HE');
    document.getElementById('p')!.normalize();
    document.getElementById('p')!.append(' end');
  }),
  on(
    'attributes: empty, boolean, removed, toggled',
    '<p id=p class="a b" hidden title=x>p</p><p id=q>q</p>',
    () => {
      const p = document.getElementById('p')!;
      p.hidden = false;
      p.removeAttribute('title');
      p.classList.toggle('a');
      p.classList.toggle('a');
      p.classList.toggle('c');
      document.getElementById('q')!.setAttribute('data-x', '');
      document.getElementById('q')!.toggleAttribute('hidden');
    },
  ),
  on('moved with moveBefore', list, () => {
    const l = document.getElementById('l') as unknown as { moveBefore(node: Node, next: Node | null): void };
    l.moveBefore(document.getElementById('i8')!, document.getElementById('i0'));
  }),
  on('ranges surround and extract', '<p id=p>one <b>two</b> three</p><div id=d></div>', () => {
    const range = document.createRange();
    range.selectNode(document.querySelector('b')!);
    range.surroundContents(document.createElement('u'));
    range.setStart(document.getElementById('p')!.firstChild!, 2);
    range.setEnd(document.getElementById('p')!.lastChild!, 3);
    document.getElementById('d')!.append(range.extractContents());
  }),
  on('interleaved microtasks', '<div id=d></div>', async () => {
    const d = document.getElementById('d')!;
    for (let i = 0; i < 20; i++) {
      d.append(`${i} `);
      await Promise.resolve();
      if (i % 3 === 0) d.firstChild?.remove();
      if (i % 5 === 0) d.append(document.createElement('b'));
    }
  }),
  on('500 random operations', '<div id=root></div>', async () => {
    const root = document.getElementById('root')!;
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    const any = () => {
      const all = [root, ...root.querySelectorAll<HTMLElement>('*')];
      return all[random(all.length)]!;
    };
    for (let i = 0; i < 500; i++) {
      const [one, two] = [any(), any()];
      switch (random(6)) {
        case 0:
          one.append(
            Object.assign(document.createElement(['p', 'b', 'i', 'section'][random(4)]!), { title: `${i}` }),
          );
          break;
        case 1:
          one.append(`t${i} `);
          break;
        case 2:
          if (one !== root && !one.contains(two))
            two.insertBefore(one, two.childNodes[random(two.childNodes.length + 1)] ?? null);
          break;
        case 3:
          if (one !== root && random(4) === 0) one.remove();
          break;
        case 4:
          one.setAttribute('class', `c${random(9)}`);
          break;
        default:
          if (one.firstChild) one.append(one.firstChild);
      }
      if (i % 50 === 0) await new Promise(requestAnimationFrame);
    }
  }),
];
