// What a page does while it is recorded. Runs in the page: `prepare` makes what is changed, before recording begins,
// and `run` changes it; `run` can be repeated.
import { random } from '../figures.mjs';

const turn = () =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(0);
  });
const frame = () => new Promise((done) => requestAnimationFrame(done));

async function frames(count, work) {
  for (let i = 0; i < count; i++) {
    await frame();
    work(i);
  }
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== '') made.textContent = text;
  return made;
}

function row(i) {
  const made = element('div', '', { class: i % 2 ? 'row odd' : 'row even', 'data-id': i });
  made.append(
    element('span', `Payment ${i}`),
    element('a', `Open ${(i * 7919) % 10007}`, { href: `/p/${i}` }),
  );
  return made;
}

const rows = (count, from = 0) => Array.from({ length: count }, (_, i) => row(from + i));
const stage = () => document.querySelector('#stage');
const list = (count) => () => stage().replaceChildren(...rows(count));

let nested = 0;

export const workloads = {
  'bulk add, 5,000 rows': {
    structural: true,
    prepare: list(10),
    run: () => stage().append(...rows(5000)),
  },
  'add and move, 2,000 rows': {
    structural: true,
    prepare: () => stage().replaceChildren(element('div', ''), element('div', '')),
    run() {
      const [from, to] = stage().children;
      for (const made of rows(2000)) {
        from.append(made);
        to.prepend(made);
      }
    },
  },
  'add and remove, 5,000 rows': {
    structural: true,
    prepare: list(10),
    run() {
      for (const made of rows(5000)) {
        stage().append(made);
        made.remove();
      }
    },
  },
  'deep nested, 20 × 200 levels': {
    structural: true,
    prepare: list(10),
    run() {
      for (let tree = 0; tree < 20; tree++) {
        let at = stage();
        for (let level = 0; level < 200; level++) {
          const made = element('div', '', { class: `level-${level % 10}` });
          at.append(made, `text ${nested++}`);
          at = made;
        }
      }
    },
  },
  'attributes, 5,000 × 3': {
    prepare: list(5000),
    run() {
      const by = nested++;
      for (const [i, made] of [...stage().children].entries()) {
        made.setAttribute('title', `Row ${i} ${by}`);
        made.setAttribute('data-state', (i + by) % 3 ? 'open' : 'done');
        made.toggleAttribute('hidden', (i + by) % 50 === 0);
      }
    },
  },
  'reverse, 2,000 rows': {
    structural: true,
    prepare: list(2000),
    run() {
      for (const child of [...stage().children].reverse()) stage().append(child);
    },
  },
  'shuffle, 2,000 rows': {
    structural: true,
    prepare: list(2000),
    run() {
      const next = random(++nested);
      const children = [...stage().children].map((child) => [next(), child]).sort((a, b) => a[0] - b[0]);
      stage().append(...children.map(([, child]) => child));
    },
  },
  'style animation, 100 elements × 60 frames': {
    prepare: list(100),
    run: () =>
      frames(60, (i) => {
        for (const made of stage().children) made.style.transform = `translate(${i}px, ${i * 2}px)`;
      }),
  },
  'innerHTML re-render, 500 rows × 20 frames': {
    structural: true,
    prepare: list(500),
    run: () =>
      frames(20, (i) => {
        stage().innerHTML = rows(500, i)
          .map((made) => made.outerHTML)
          .join('');
      }),
  },
  '1,000 appends to one text node': {
    prepare: () => stage().replaceChildren('Log: '),
    async run() {
      stage().firstChild.data = 'Log: ';
      for (let i = 0; i < 1000; i++) {
        stage().firstChild.data += `line ${String(i).padStart(4, '0')} of the log is here;\n`;
        await turn();
      }
    },
  },
  'log, a line a frame, 120 frames': {
    structural: true,
    prepare: list(200),
    run: () =>
      frames(120, (i) => {
        stage().append(row(nested + i));
        stage().firstElementChild.remove();
      }),
  },
  'ticker, 50 texts × 60 frames': {
    prepare: list(50),
    run: () =>
      frames(60, (i) => {
        for (const [at, made] of [...stage().children].entries())
          made.firstChild.firstChild.data = `${(100 + Math.sin(i + at) * 10).toFixed(2)} EUR`;
      }),
  },
  'insertRule × 2,000': {
    prepare: () => stage().replaceChildren(element('style', '.first{color:red}'), ...rows(20)),
    run() {
      const { sheet } = stage().querySelector('style');
      for (let i = 0; i < 2000; i++)
        sheet.insertRule(`.c${i}{color:rgb(${i % 256},0,0)}`, sheet.cssRules.length);
    },
  },
  'class toggle × 5,000': {
    prepare: list(1000),
    run() {
      const all = stage().children;
      for (let i = 0; i < 5000; i++) all[(i * 7) % 1000].classList.toggle(i % 3 ? 'on' : 'active');
    },
  },
  'nothing, 2 seconds': {
    idle: true,
    prepare: list(100),
    run: () => new Promise((done) => setTimeout(done, 2000)),
  },
};

if (typeof window !== 'undefined') window.workloads = workloads;
