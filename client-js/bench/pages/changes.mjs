// What runs inside the pages of the latency benchmark. Each function is self-contained: it is sent to the browser.

/** The page that both sides show: a table, some text, and nothing that moves by itself. */
export function benchPage() {
  const rows = Array.from(
    { length: 120 },
    (_, i) => `<tr><td>Payment ${i}</td><td>Berlin</td><td class="sum">${(i * 7.3).toFixed(2)}</td></tr>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Statement</title>
<link rel="stylesheet" href="/bench.css"></head><body><h1>Statement</h1>
<p id="ticker">quiet</p><p id="state" class="state">Balance</p>
<table><thead><tr><th>What</th><th>Where</th><th>How much</th></tr></thead>
<tbody id="rows">${rows.join('')}</tbody></table></body></html>`;
}

export const benchStyles = `body{font:16px sans-serif;margin:2rem}table{border-collapse:collapse}
td,th{border:1px solid #ccc;padding:4px 12px}.state{padding:8px}.on{background:#fde68a}`;

/**
 * Makes change number `number` after a pause, each of the four kinds in turn. Every change carries a token of letters,
 * since masking may cover digits. Resolves with what was changed when, and when the next animation frame began.
 */
export async function makeChange({ number, pause }) {
  const now = () => performance.timeOrigin + performance.now();
  const token = (n) => `zz${Array.from(String(n), (digit) => 'abcdefghij'[digit]).join('')}zz`;
  const name = token(number);
  const kinds = {
    text() {
      document.querySelector('#ticker').firstChild.data = `Rate ${name}`;
      return name;
    },
    class() {
      document.querySelector('#state').className = `state on ${name}`;
      return name;
    },
    append() {
      const row = document.createElement('tr');
      for (const text of ['Payment', name, 'sum']) row.insertCell().textContent = text;
      document.querySelector('#rows').append(row);
      return name;
    },
    remove() {
      document.querySelector('#rows').lastElementChild.remove();
      return `-${token(number - 1)}`;
    },
  };
  const kind = Object.keys(kinds)[number % 4];
  await new Promise((done) => setTimeout(done, pause));
  const change = { kind, key: '', at: now(), frame: 0 };
  change.key = kinds[kind]();
  const frame = await new Promise((done) => requestAnimationFrame(done));
  change.frame = Math.max(change.at, performance.timeOrigin + frame);
  return change;
}

/** Stamps every token that comes to, or goes from, the document in the iframe that `selector` finds. */
export function watchReplica(selector) {
  const now = () => performance.timeOrigin + performance.now();
  const frame = [...document.querySelectorAll(selector)].find(
    (found) => found.style.visibility !== 'hidden' && found.checkVisibility(),
  );
  const seen = {};
  const awaited = {};
  const note = (text, sign) => {
    for (const name of text.match(/zz[a-j]+zz/g) ?? []) {
      const key = sign + name;
      seen[key] ??= now();
      awaited[key]?.();
    }
  };
  const observer = new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      if (type === 'characterData') note(target.data, '');
      else if (type === 'attributes') note(target.getAttribute(attributeName) ?? '', '');
      for (const node of addedNodes) note(node.textContent ?? '', '');
      for (const node of removedNodes) note(node.textContent ?? '', '-');
    }
  });
  observer.observe(frame.contentDocument, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  window.benchSeen = async (key) => {
    if (!seen[key]) {
      await new Promise((done) => {
        awaited[key] = done;
        setTimeout(done, 5000);
      });
    }
    const received = window.benchWire.received.splice(0);
    return { at: seen[key], received: received.findLast(([time]) => time <= seen[key]) };
  };
}

/** Animation frames per second of this page. */
export function frameRate() {
  return new Promise((done) => {
    let frames = 0;
    let began = 0;
    const turn = (time) => {
      began ||= time;
      if (time - began >= 1000) done((frames * 1000) / (time - began));
      else {
        frames++;
        requestAnimationFrame(turn);
      }
    };
    requestAnimationFrame(turn);
  });
}
