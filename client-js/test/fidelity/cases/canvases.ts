import { everyWay, type FidelityCase, inGroup } from '../fidelity-case.ts';
import { film } from './film.ts';

const on = inGroup('Canvas and media');
const canvas = '<canvas id=c width=200 height=100></canvas><p>after</p>';
const draw = `
  const context = c.getContext('2d'); context.fillStyle = 'teal'; context.fillRect(10, 10, 120, 60); context.fillStyle = 'red'; context.beginPath(); context.arc(150, 50, 30, 0, 7); context.fill();`;
/** A second of silence. */
const silence = (() => {
  const samples = 80_000;
  const wave = Buffer.alloc(44 + samples, 128);
  wave.write('RIFF', 0);
  wave.writeUInt32LE(36 + samples, 4);
  wave.write('WAVEfmt ', 8);
  wave.writeUInt32LE(16, 16);
  wave.writeUInt16LE(1, 20);
  wave.writeUInt16LE(1, 22);
  wave.writeUInt32LE(8000, 24);
  wave.writeUInt32LE(8000, 28);
  wave.writeUInt16LE(1, 32);
  wave.writeUInt16LE(8, 34);
  wave.write('data', 36);
  wave.writeUInt32LE(samples, 40);
  return new Uint8Array(wave);
})();
const files = { '/s.wav': silence };
const ready = `if (m.readyState < 1) await event(m, 'loadedmetadata');`;

export const canvases: readonly FidelityCase[] = [
  on('2d', canvas, draw),
  on(
    '2d, drawn again',
    canvas,
    `${draw} await rendered(); context.clearRect(0, 0, 200, 100); context.fillRect(50, 50, 20, 20)`,
  ),
  on(
    '2d, with text, images and transforms',
    canvas,
    `
    const context = c.getContext('2d'); context.rotate(0.1); context.font = '30px sans-serif'; context.fillText('text', 30, 40); const image = new Image(); image.src = '/a.svg'; await image.decode(); context.drawImage(image, 100, 20)`,
    {
      files: {
        '/a.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="40"><rect width="50" height="40" fill="teal"/></svg>',
      },
    },
  ),
  on('blank', '<canvas width=80 height=30 style="background:pink">fallback</canvas>text'),
  on(
    'scaled by CSS, with a border',
    '<canvas id=c width=50 height=50 style="width:200px;height:120px;border:5px solid;padding:4px;image-rendering:pixelated"></canvas>',
    `
    const context = c.getContext('2d'); context.fillStyle = 'orange'; context.fillRect(0, 0, 25, 25)`,
  ),
  on(
    'resized',
    '<canvas id=c width=50 height=50></canvas>',
    `c.width = 150; c.getContext('2d').fillRect(100, 0, 50, 50)`,
  ),
  on(
    'resized after it was drawn',
    canvas,
    `${draw} await rendered(); c.height = 150; await rendered(); c.getContext('2d').fillRect(0, 100, 50, 50)`,
  ),
  on(
    'in shadow',
    '<x-a></x-a>',
    `shadow($('x-a'), '<canvas width=80 height=80></canvas>').querySelector('canvas').getContext('2d').fillRect(0, 0, 40, 80)`,
  ),
  on(
    'in an iframe',
    '<iframe id=f></iframe>',
    `f.contentDocument.body.innerHTML = '<canvas width=80 height=80></canvas>'; $('canvas', f.contentDocument).getContext('2d').fillRect(0, 0, 40, 80)`,
  ),
  on('moved', `${canvas}<div id=d></div>`, `${draw} await rendered(); d.append(c)`),
  on(
    'transferred offscreen',
    canvas,
    `
    const off = c.transferControlToOffscreen(); const context = off.getContext('2d'); context.fillStyle = 'red'; context.fillRect(20, 20, 90, 50); await rendered(); await rendered()`,
  ),
  on(
    'bitmap renderer',
    canvas,
    `
    const off = new OffscreenCanvas(200, 100); off.getContext('2d').fillRect(20, 20, 90, 50); c.getContext('bitmaprenderer').transferFromImageBitmap(off.transferToImageBitmap())`,
  ),
  on(
    'WebGL',
    canvas,
    `
    const gl = c.getContext('webgl', { preserveDrawingBuffer: true }); gl.clearColor(1, 0, 0, 1); gl.clear(gl.COLOR_BUFFER_BIT); gl.enable(gl.SCISSOR_TEST); gl.scissor(20, 20, 90, 50); gl.clearColor(0, 0, 1, 1); gl.clear(gl.COLOR_BUFFER_BIT); await rendered()`,
  ),
  on(
    'WebGL without preserved buffer',
    canvas,
    `
    const gl = c.getContext('webgl'); gl.clearColor(1, 0, 0, 1); gl.clear(gl.COLOR_BUFFER_BIT); gl.enable(gl.SCISSOR_TEST); gl.scissor(20, 20, 90, 50); gl.clearColor(0, 0, 1, 1); gl.clear(gl.COLOR_BUFFER_BIT); await rendered(); await rendered(); await rendered()`,
    {
      cannot: everyWay(
        'what was drawn is gone before anybody can read it, and keeping it would change what the page draws next',
      ),
    },
  ),
  on(
    'WebGL without preserved buffer, drawn each frame',
    canvas,
    `
    const gl = c.getContext('webgl'); const draw = () => { gl.clearColor(1, 0, 0, 1); gl.clear(gl.COLOR_BUFFER_BIT); gl.enable(gl.SCISSOR_TEST); gl.scissor(20, 20, 90, 50); gl.clearColor(0, 0, 1, 1); gl.clear(gl.COLOR_BUFFER_BIT); gl.disable(gl.SCISSOR_TEST); requestAnimationFrame(draw); }; draw(); await rendered()`,
  ),
  on(
    'tainted',
    canvas,
    `
    const image = new Image(); image.src = '{{other}}/a.svg'; await image.decode(); c.getContext('2d').drawImage(image, 0, 0)`,
    {
      cannot: everyWay('a browser lets nobody read a tainted canvas'),
      files: {
        '/a.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="40"><rect width="50" height="40" fill="teal"/></svg>',
      },
    },
  ),
  on(
    'video and audio state: paused',
    '<video id=m src=/s.wav width=100 height=60></video><audio src=/s.wav></audio>',
    ready,
    { files },
  ),
  on(
    'video and audio state: playing',
    '<audio id=m src=/s.wav loop muted></audio>',
    `${ready} await m.play()`,
    { files },
  ),
  on(
    'video and audio state: played, then paused',
    '<audio id=m src=/s.wav></audio>',
    `${ready} await m.play(); await rendered(); m.pause(); m.currentTime = 2; await event(m, 'seeked')`,
    { files },
  ),
  on('rate', '<audio id=m src=/s.wav></audio>', `${ready} m.playbackRate = 1.5; await rendered()`, { files }),
  on('volume', '<audio id=m src=/s.wav></audio>', `${ready} m.volume = 0.3; await rendered()`, { files }),
  on(
    'muted',
    '<audio id=m src=/s.wav></audio><video muted id=v></video>',
    `${ready} m.muted = true; v.muted = false; await rendered()`,
    { files },
  ),
  on(
    'seek',
    '<video id=m src=/s.wav width=100 height=60></video>',
    `${ready} m.currentTime = 3; await event(m, 'seeked')`,
    { files },
  ),
  on(
    'seek while playing',
    '<video id=m src=/s.wav muted width=100 height=60></video>',
    `${ready} await m.play(); m.currentTime = 5; await event(m, 'seeked')`,
    { files },
  ),
  on(
    'video: what it shows',
    '<video id=m src=/film.webm muted></video><video src=/film.webm style="width:100px;height:100px;object-fit:cover"></video>',
    `await (m.readyState > 1 || event(m, 'loadeddata')); const ended = event(m, 'ended'); await m.play(); await ended`,
    { files: { '/film.webm': film }, pixels: 30 },
  ),
  on('muted by its attribute', '<video muted></video><audio muted></audio>'),
  on('native controls', '<audio id=m src=/s.wav controls></audio>', ready, {
    files,
    cannot: everyWay('media files are not sent, so controls know no length'),
  }),
  on('poster', '<video poster=/a.svg width=100 height=80></video>', undefined, {
    files: {
      '/a.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="40"><rect width="50" height="40" fill="teal"/></svg>',
    },
  }),
];
