import { type FidelityCase, inGroup } from '../fidelity-case.ts';

const on = inGroup('canvas');

export const canvases: readonly FidelityCase[] = [
  on('drawn', '<canvas id=c width=200 height=100></canvas><p>after</p>', () => {
    const context = (document.getElementById('c') as HTMLCanvasElement).getContext('2d')!;
    context.fillStyle = 'teal';
    context.fillRect(10, 10, 120, 60);
    context.fillStyle = 'red';
    context.beginPath();
    context.arc(150, 50, 30, 0, 7);
    context.fill();
  }),
  on(
    'scaled by CSS, with a border',
    '<canvas id=c width=50 height=50 style="width:200px;height:120px;border:5px solid;padding:4px;image-rendering:pixelated"></canvas>',
    () => {
      const context = (document.getElementById('c') as HTMLCanvasElement).getContext('2d')!;
      context.fillStyle = 'orange';
      context.fillRect(0, 0, 25, 25);
    },
  ),
  on('resized', '<canvas id=c width=50 height=50></canvas>', () => {
    const canvas = document.getElementById('c') as HTMLCanvasElement;
    canvas.width = 150;
    canvas.getContext('2d')!.fillRect(100, 0, 50, 50);
  }),
  on('in a shadow root', '<x-a></x-a>', () => {
    const root = document.querySelector('x-a')!.attachShadow({ mode: 'open' });
    root.innerHTML = '<canvas width=80 height=80></canvas>';
    root.querySelector('canvas')!.getContext('2d')!.fillRect(0, 0, 40, 80);
  }),
  on('blank', '<canvas width=80 height=30 style="background:pink">fallback</canvas>text'),
];
