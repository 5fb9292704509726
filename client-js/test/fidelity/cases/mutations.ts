import { type FidelityCase, inGroup } from '../fidelity-case.ts';

const on = inGroup('Mutations');
const list = `<ul id=l>${Array.from({ length: 12 }, (_, i) => `<li id=i${i}>item ${i}</li>`).join('')}</ul><div id=d></div>`;
const randomly = (operations: number) => `
  let seed = 7;
  const random = (below) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor((seed / 2147483648) * below); };
  const any = () => { const all = [r, ...r.querySelectorAll('*')]; return all[random(all.length)]; };
  for (let i = 0; i < ${operations}; i++) {
    const one = any(), two = any();
    switch (random(7)) {
      case 0: one.append(make(['p', 'b', 'i', 'section'][random(4)], '', { title: i })); break;
      case 1: one.append('t' + i + ' '); break;
      case 2: if (one !== r && !one.contains(two)) two.insertBefore(one, two.childNodes[random(two.childNodes.length + 1)] ?? null); break;
      case 3: if (one !== r && random(4) === 0) one.remove(); break;
      case 4: one.setAttribute('class', 'c' + random(9)); break;
      case 5: for (const child of one.childNodes) if (child.nodeType === 3) child.data += '.'; break;
      default: if (one.firstChild) one.append(one.firstChild);
    }
    if (i % 50 === 0) await rendered();
  }`;

export const mutations: readonly FidelityCase[] = [
  on(
    'append',
    list,
    `l.append('tail', make('hr')); d.innerHTML = '<p>a<b>b<i>c</i></b></p>'; d.append(make('p', 'x'), 'y')`,
  ),
  on('prepend', list, `l.prepend(make('b', 'first'), 'text'); i3.before('before'); i3.after(make('i'))`),
  on(
    'replace',
    list,
    `i3.replaceWith('three', make('i', 'i')); l.replaceChild(make('li', 'new'), i5); d.replaceChildren(i7, 'x')`,
  ),
  on(
    'innerHTML again and again',
    list,
    `for (let i = 0; i < 5; i++) { d.innerHTML = '<p>' + i + '<b>b</b></p>'; if (i % 2) await rendered(); }`,
  ),
  on('reverse', list, `l.append(...[...l.children].reverse())`),
  on(
    'shuffle',
    list,
    `l.append(...[7, 2, 10, 0, 5].map((i) => document.getElementById('i' + i))); await rendered(); l.prepend(...[3, 9, 1].map((i) => document.getElementById('i' + i)))`,
  ),
  on(
    'swap',
    list,
    `l.insertBefore(i5, i9); l.insertBefore(i1, l.firstChild); const next = i2.nextSibling; i10.before(i2); l.insertBefore(i10, next)`,
  ),
  on(
    'sort a longer list again and again',
    '<ul id=l></ul>',
    `
    for (let i = 0; i < 60; i++) l.append(make('li', i)); for (const key of [7, 11, 13]) { await rendered(); l.append(...[...l.children].sort((a, b) => (a.textContent * key) % 61 - (b.textContent * key) % 61)); }`,
  ),
  on(
    'wrap',
    list,
    `const wrap = make('section'); l.replaceWith(wrap); wrap.append(l); i4.replaceWith(make('div')); i5.before(make('p')); l.querySelector('p').append(i5)`,
  ),
  on('parent into its child', list, `i1.append(i2); await rendered(); l.append(i2); i2.append(i1)`),
  on(
    'parent into its child, three deep',
    '<div id=a>a<div id=b>b<div id=c>c</div></div></div>',
    `document.body.append(c); c.append(b); b.append(a)`,
  ),
  on('remove and put back in the same tick', list, `i4.remove(); l.append(i4); i5.remove(); i6.before(i5)`),
  on('remove and put back later', list, `i6.remove(); await rendered(); await rendered(); l.prepend(i6)`),
  on(
    'mutate while detached',
    list,
    `
    i6.remove(); await rendered(); i6.textContent = 'changed while away'; i6.className = 'x'; i6.append(make('b', 'b')); await rendered(); l.prepend(i6); await rendered(); i6.append('!')`,
  ),
  on(
    'mutate while detached, in the same tick',
    list,
    `i6.remove(); i6.firstChild.data = 'other'; i6.title = 't'; l.append(i6)`,
  ),
  on(
    'add then move out',
    list,
    `
    const box = make('div', '<p id=p>in</p><p id=q>box</p>'); document.body.append(box); d.append(box.firstChild); box.remove()`,
  ),
  on(
    'add then move out, later',
    list,
    `
    const box = make('div', '<p id=p>in</p><p id=q>box</p>'); document.body.append(box); await rendered(); d.append(p); box.remove()`,
  ),
  on(
    'added and removed in a tick',
    list,
    `const b = make('b', 'gone'); l.append(b); b.remove(); d.append(b); b.remove(); d.append('x')`,
  ),
  on(
    'text splice',
    '<p id=p>hello world</p>',
    `const text = p.firstChild; text.insertData(5, ','); text.replaceData(0, 2, 'HE'); text.deleteData(8, 2); text.appendData('!')`,
  ),
  on(
    'text: many appends',
    '<p id=p></p>',
    `p.append(''); for (let i = 0; i < 100; i++) { p.firstChild.appendData('line ' + i + '. '); if (i % 30 === 0) await rendered(); }`,
  ),
  on(
    'splitText',
    '<p id=p>hello world</p>',
    `p.firstChild.splitText(3).splitText(2).data += '?'; await rendered(); p.lastChild.splitText(1)`,
  ),
  on('normalize', '<p id=p>a</p>', `p.append('b', '', 'c'); await rendered(); p.normalize(); p.append('d')`),
  on(
    'boolean attributes',
    '<p id=p hidden>p</p><button id=b>b</button>',
    `p.hidden = false; b.disabled = true; b.toggleAttribute('hidden'); b.toggleAttribute('hidden')`,
  ),
  on(
    'empty attributes',
    '<p id=p title=x>q</p>',
    `p.setAttribute('data-x', ''); p.title = ''; p.setAttribute('class', ''); p.id = ''`,
  ),
  on(
    'attributes removed and set again',
    '<p id=p title=x class="a b">p</p>',
    `p.removeAttribute('title'); p.classList.remove('a'); await rendered(); p.title = 'y'; p.className = ''`,
  ),
  on(
    'attribute nodes',
    '<p id=p title=x>p</p>',
    `p.getAttributeNode('title').value = 'y'; const lang = document.createAttribute('lang'); lang.value = 'de'; p.setAttributeNode(lang); await rendered(); p.removeAttributeNode(lang)`,
  ),
  on(
    'moveBefore',
    list,
    `l.moveBefore(i8, i0); await rendered(); d.moveBefore(i8, null); d.moveBefore(i9, i8)`,
  ),
  on(
    'adopt from an iframe',
    '<iframe id=f></iframe><div id=d></div>',
    `
    f.contentDocument.body.innerHTML = '<p id=p>from within</p><b>b</b>'; await rendered(); d.append(f.contentDocument.querySelector('p')); d.append(document.importNode(f.contentDocument.querySelector('b'), true)); await rendered(); d.firstChild.append(' changed')`,
  ),
  on(
    'adopt into an iframe',
    '<iframe id=f></iframe><div id=d><p id=p>from without</p></div>',
    `f.contentDocument.body.append(p); await rendered(); p.append(' changed'); await rendered(); d.append(p)`,
  ),
  on(
    'range surround',
    '<p id=p>one <b>two</b> three</p>',
    `const range = document.createRange(); range.selectNode($('b')); range.surroundContents(make('u'))`,
  ),
  on(
    'range extract',
    '<p id=p>one <b>two</b> three</p><div id=d></div>',
    `
    const range = document.createRange(); range.setStart(p.firstChild, 2); range.setEnd(p.lastChild, 3); d.append(range.extractContents()); range.insertNode(make('i', 'here'))`,
  ),
  on(
    'toggles within a tick',
    '<p id=p class="a">p</p>',
    `p.classList.toggle('a'); p.classList.toggle('a'); p.hidden = true; p.hidden = false; p.textContent = 'x'; p.textContent = 'p'; p.remove(); document.body.append(p)`,
  ),
  on(
    'interleaved microtasks',
    '<div id=d></div>',
    `
    for (let i = 0; i < 20; i++) { d.append(i + ' '); await Promise.resolve(); if (i % 3 === 0) d.firstChild?.remove(); if (i % 5 === 0) d.append(make('b', i)); }`,
  ),
  on(
    'interleaved tasks and observers',
    '<div id=d></div>',
    `
    new MutationObserver((records, observer) => { if (d.childNodes.length < 40) d.append(make('i', records.length)); else observer.disconnect(); }).observe(d, { childList: true });
    for (let i = 0; i < 5; i++) { d.append('x'); await rendered(); }`,
  ),
  on(
    'many nodes at once',
    '<div id=d></div>',
    `d.innerHTML = Array.from({ length: 3000 }, (_, i) => '<i class="c' + i % 7 + '">' + i + '</i> ').join('')`,
  ),
  on('500 random operations', '<div id=r></div>', randomly(500)),
  on(
    'document fragments',
    list,
    `const all = document.createDocumentFragment(); all.append(i1, make('li', 'new'), i2, 'x'); d.append(all)`,
  ),
  on(
    'comments and processing instructions',
    list,
    `d.append(document.createComment('a'), 'x', document.createComment('b')); d.firstChild.data = 'c'; d.append(document.createProcessingInstruction('x', 'y'))`,
  ),
  on(
    'mutate while detached, in a task of several turns',
    list,
    `i4.remove(); l.remove(); await 0; i4.className = 'x'; i4.append('away'); i5.title = 'away'; i3.append(i5); await 0; d.append(l, i4)`,
  ),
  on(
    'mutate while detached and all is said again',
    '<select id=s multiple><option>1<option>2</select>',
    `keyframe(); s.add(new Option('new', '0', false, true), 1); await turn(); s.append(s.options[1])`,
  ),
];
