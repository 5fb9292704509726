import { dayMonth, euros } from './format.js';

const padding = { top: 12, right: 8, bottom: 24, left: 64 };

/**
 * Draws balances over time on a canvas, sharp on every screen, and tells which day is pointed at.
 * @param {HTMLCanvasElement} canvas
 * @param {(booking: import('./bank-data.js').Booking | null) => void} onPoint
 */
export function balanceChart(canvas, onPoint) {
  /** @type {import('./bank-data.js').Booking[]} */
  let bookings = [];
  let pointed = -1;

  const draw = () => paint(canvas, bookings, pointed);
  new ResizeObserver(draw).observe(canvas);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  canvas.addEventListener('pointermove', (event) => {
    const area = canvas.clientWidth - padding.left - padding.right;
    const share = (event.offsetX - padding.left) / area;
    pointed = Math.min(bookings.length - 1, Math.max(0, Math.round(share * (bookings.length - 1))));
    draw();
    onPoint(bookings[pointed] ?? null);
  });
  canvas.addEventListener('pointerleave', () => {
    pointed = -1;
    draw();
    onPoint(null);
  });

  return {
    /** @param {import('./bank-data.js').Booking[]} newestFirst */
    show(newestFirst) {
      bookings = [...newestFirst].reverse();
      pointed = -1;
      draw();
    },
  };
}

function paint(canvas, bookings, pointed) {
  const ratio = devicePixelRatio || 1;
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const pen = canvas.getContext('2d');
  if (!pen || bookings.length < 2) return;
  const style = getComputedStyle(canvas);
  const colour = (name) => style.getPropertyValue(name).trim();
  pen.scale(ratio, ratio);
  pen.font = `12px ${style.fontFamily}`;

  const values = bookings.map((booking) => booking.balance / 100);
  const low = Math.min(0, ...values);
  const high = Math.max(...values);
  const step = niceStep((high - low) / 4);
  const top = Math.ceil(high / step) * step;
  const bottom = Math.floor(low / step) * step;
  const x = (index) => padding.left + (index / (values.length - 1)) * (width - padding.left - padding.right);
  const y = (value) =>
    padding.top + ((top - value) / (top - bottom || 1)) * (height - padding.top - padding.bottom);

  pen.lineWidth = 1;
  pen.textAlign = 'right';
  pen.textBaseline = 'middle';
  for (let value = bottom; value <= top; value += step) {
    pen.strokeStyle = colour('--line');
    pen.beginPath();
    pen.moveTo(padding.left, Math.round(y(value)) + 0.5);
    pen.lineTo(width - padding.right, Math.round(y(value)) + 0.5);
    pen.stroke();
    pen.fillStyle = colour('--muted');
    pen.fillText(euros(value).replace(' EUR', ''), padding.left - 10, y(value));
  }
  monthNames(pen, bookings, x, height);

  const line = new Path2D();
  values.forEach((value, index) => {
    if (index === 0) line.moveTo(x(0), y(value));
    else {
      line.lineTo(x(index), y(values[index - 1]));
      line.lineTo(x(index), y(value));
    }
  });
  const area = new Path2D(line);
  area.lineTo(x(values.length - 1), y(bottom));
  area.lineTo(x(0), y(bottom));
  pen.globalAlpha = 0.12;
  pen.fillStyle = colour('--brand');
  pen.fill(area);
  pen.globalAlpha = 1;
  pen.strokeStyle = colour('--brand');
  pen.lineWidth = 1.75;
  pen.stroke(line);
  if (pointed >= 0) mark(pen, x(pointed), y(values[pointed]), colour('--accent'), height);
}

function monthNames(pen, bookings, x, height) {
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  let last = -100;
  let month = -1;
  bookings.forEach((booking, index) => {
    if (booking.date.getMonth() === month) return;
    month = booking.date.getMonth();
    if (x(index) - last < 46) return;
    last = x(index);
    pen.fillText(dayMonth(booking.date).split(' ')[1], x(index), height - 6);
  });
}

function mark(pen, x, y, colour, height) {
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(x, padding.top);
  pen.lineTo(x, height - padding.bottom);
  pen.stroke();
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(x, y, 4.5, 0, Math.PI * 2);
  pen.fill();
}

function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? power * 10;
}
