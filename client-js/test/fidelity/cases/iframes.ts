import { type FidelityCase, inGroup } from '../fidelity-case.ts';

const on = inGroup('iframes');
const loaded = () =>
  Array.from(document.querySelectorAll('iframe')).every(
    (each) => each.contentDocument?.readyState === 'complete',
  );

export const iframes: readonly FidelityCase[] = [
  on('srcdoc', '<iframe srcdoc="<p style=color:red>inside</p>"></iframe>', undefined, { until: loaded }),
  on('same origin, with its own sheet', '<iframe src=/inner.html width=300 height=200></iframe>', undefined, {
    files: {
      '/inner.html': '<!doctype html><link rel=stylesheet href=/i.css><h1>inner</h1>',
      '/i.css': 'h1{color:purple}',
    },
    until: loaded,
  }),
  on('about:blank filled by script', '<iframe id=f></iframe>', () => {
    const inner = (document.getElementById('f') as HTMLIFrameElement).contentDocument!;
    inner.body.innerHTML = '<input value=x><b>scripted</b>';
    inner.querySelector('input')!.value = 'typed';
  }),
  on('written by script, in quirks mode', '<iframe id=f></iframe>', () => {
    const inner = (document.getElementById('f') as HTMLIFrameElement).contentDocument!;
    inner.open();
    inner.write('<body bgcolor=yellow><table><tr><td>quirks</table>');
    inner.close();
  }),
  on('nested', '<iframe id=f width=400 height=300></iframe>', () => {
    const inner = (document.getElementById('f') as HTMLIFrameElement).contentDocument!;
    inner.body.innerHTML = '<iframe id=g></iframe>';
    (inner.getElementById('g') as HTMLIFrameElement).contentDocument!.body.innerHTML = '<b>deep</b>';
  }),
  on('added, then changed', '<p>x</p>', () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentDocument!.body.append('first ');
    frame.contentDocument!.body.append('second');
  }),
  on(
    'navigated',
    '<iframe id=f src=/one.html></iframe>',
    async () => {
      const frame = document.getElementById('f') as HTMLIFrameElement;
      const done = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      frame.src = '/two.html';
      await done;
      frame.contentDocument!.body.append(' and changed');
    },
    { files: { '/one.html': '<p>one', '/two.html': '<!doctype html><p>two' } },
  ),
  on(
    'scroll, input and CSSOM inside',
    '<iframe id=f srcdoc="<style>p{color:red}</style><p style=height:900px>x</p><input>"></iframe>',
    async () => {
      const frame = document.getElementById('f') as HTMLIFrameElement;
      if (frame.contentDocument?.URL !== 'about:srcdoc' || frame.contentDocument.readyState !== 'complete') {
        await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      }
      const inner = frame.contentDocument!;
      inner.querySelector('input')!.value = 'typed';
      inner.styleSheets[0]!.insertRule('p{background:lime}');
      frame.contentWindow!.scrollTo(0, 200);
    },
  ),
];
