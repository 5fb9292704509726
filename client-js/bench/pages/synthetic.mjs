// Pages of many nodes, made alike each time: tables of payments between paragraphs, as a back office shows them.

const words = 'payment transfer balance account statement invoice deposit savings interest refund'.split(' ');

/** A page with about `count` nodes, elements and texts counted. */
export function pageOfNodes(count) {
  const parts = [];
  let nodes = 30;
  for (let i = 0; nodes < count; i++) {
    const word = words[i % words.length];
    if (i % 50 === 0) {
      parts.push(
        `<h2 id="s${i}">Section ${i}</h2><p>Of <b>${word}</b> and <i>others</i>, ${i * 7} in all.</p>`,
      );
      nodes += 10;
    }
    parts.push(
      `<div class="row ${i % 2 ? 'odd' : 'even'}" data-id="${i}"><span class="name">${word} ${i}</span>` +
        `<a href="/payments/${i}" title="Open ${word}">${word} no. ${(i * 7919) % 10007}</a>` +
        `<span class="sum">${((i * 37) % 9973) / 100}</span><input type="checkbox" ${i % 3 ? '' : 'checked'}></div>`,
    );
    nodes += 8;
  }
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${count} nodes</title><style>${styles}</style></head><body><h1>Payments</h1><input id="field"><main id="main">${parts.join('')}</main></body></html>`;
}

const styles = `body{font:14px sans-serif;margin:16px}.row{display:flex;gap:12px;padding:2px}.odd{background:#f4f4f4}
.name{width:12em}.sum{color:#063}.row:hover{background:#ffe}a{color:#036}h2{margin:8px 0}.on{outline:1px solid red}`;
