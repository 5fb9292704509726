import { describe, expect, test } from 'vitest';
import { GuideThrottle } from '../../src/guiding/guide-throttle.ts';
import { CustomerPresence } from '../../src/replica-stage/customer-presence.ts';
import { FrameFeed } from '../../src/replica-stage/frame-feed.ts';
import { PointerPath } from '../../src/replica-stage/pointer-path.ts';
import { stageScale } from '../../src/replica-stage/stage-scale.ts';

describe('the scale of the stage', () => {
  const viewport = { width: 1280, height: 800 };

  test('fits the narrower side', () => {
    expect(stageScale('fit', viewport, { width: 640, height: 800 })).toBe(0.5);
    expect(stageScale('fit', viewport, { width: 1280, height: 200 })).toBe(0.25);
  });

  test('never blows a page up', () => {
    expect(stageScale('fit', viewport, { width: 4000, height: 4000 })).toBe(1);
  });

  test('is 1 at true size, before the first picture and without room', () => {
    expect(stageScale('true-size', viewport, { width: 10, height: 10 })).toBe(1);
    expect(stageScale('fit', { width: 0, height: 0 }, { width: 10, height: 10 })).toBe(1);
    expect(stageScale('fit', viewport, { width: 0, height: 0 })).toBe(1);
  });
});

describe('the customer’s pointer', () => {
  test('glides between the points it is told', () => {
    const path = new PointerPath();
    path.add(
      [
        { x: 0, y: 0, at: 20 },
        { x: 100, y: 50, at: 0 },
      ],
      1000,
    );
    expect(path.position(1020)).toEqual({ x: 0, y: 0 });
    expect(path.position(1030)).toEqual({ x: 50, y: 25 });
    expect(path.position(1040)).toEqual({ x: 100, y: 50 });
    expect(path.moving()).toBe(false);
  });

  test('rests where it stopped and starts its next stroke there', () => {
    const path = new PointerPath();
    path.add([{ x: 10, y: 10, at: 0 }], 0);
    path.add([{ x: 90, y: 10, at: 0 }], 5000);
    expect(path.position(4990)).toEqual({ x: 10, y: 10 });
    expect(path.position(5020)).toEqual({ x: 50, y: 10 });
    expect(path.position(6000)).toEqual({ x: 90, y: 10 });
  });

  test('never runs backwards when points overlap in time', () => {
    const path = new PointerPath();
    path.add([{ x: 1, y: 0, at: 0 }], 100);
    path.add([{ x: 2, y: 0, at: 50 }], 110);
    expect(path.position(200)).toEqual({ x: 2, y: 0 });
  });

  test('is forgotten with its document', () => {
    const presence = new CustomerPresence(() => 0);
    presence.take({ op: 'viewport', width: 800, height: 600, scale: 1, offsetX: 0, offsetY: 0 });
    presence.take({ op: 'pointer', points: [{ x: 1, y: 1, at: 0 }] });
    presence.take({ op: 'click', x: 1, y: 1 });
    presence.take({ op: 'focus', node: 4, visible: true });
    expect(presence.view()).toMatchObject({ pointed: true, focus: 4, clicks: [{ x: 1, y: 1 }] });
    presence.documentChanged();
    expect(presence.view()).toMatchObject({ pointed: false, focus: 0, clicks: [] });
    expect(presence.view().viewport).toEqual({ width: 800, height: 600 });
    expect(presence.path.position(100)).toBeUndefined();
  });
});

describe('guidance', () => {
  function screen() {
    let frame: ((now: number) => void) | undefined;
    const sent: number[] = [];
    const throttle = new GuideThrottle<number>(
      (value) => sent.push(value),
      (callback) => {
        frame = callback;
        return 1;
      },
      () => {
        frame = undefined;
      },
    );
    const paint = (now: number) => {
      const due = frame;
      frame = undefined;
      due?.(now);
    };
    return { throttle, sent, paint };
  }

  test('is sent with every second frame of a 60 Hz screen, the newest point only', () => {
    const { throttle, sent, paint } = screen();
    for (let step = 0; step < 60; step++) {
      throttle.offer(step);
      paint((step * 1000) / 60);
    }
    expect(sent).toHaveLength(30);
    expect(sent.slice(0, 3)).toEqual([0, 2, 4]);
  });

  test('the last point is not lost when the mouse stops early', () => {
    const { throttle, sent, paint } = screen();
    throttle.offer(1);
    paint(0);
    throttle.offer(2);
    paint(16);
    paint(33.4);
    expect(sent).toEqual([1, 2]);
  });

  test('what was dropped is not sent', () => {
    const { throttle, sent, paint } = screen();
    throttle.offer(1);
    throttle.drop();
    paint(0);
    expect(sent).toEqual([]);
  });
});

describe('the frame feed', () => {
  test('keeps frames for a replica to come, in order, once', () => {
    const feed = new FrameFeed();
    feed.push(Uint8Array.of(1));
    feed.push(Uint8Array.of(2));
    const seen: number[] = [];
    expect(feed.attach((frame) => seen.push(frame[0]!))).toBe(true);
    feed.push(Uint8Array.of(3));
    feed.detach();
    expect(seen).toEqual([1, 2, 3]);
    const later: number[] = [];
    feed.attach((frame) => later.push(frame[0]!));
    expect(later).toEqual([]);
  });

  test('gives up what nobody fetches, and says so', () => {
    const feed = new FrameFeed();
    const large = new Uint8Array(1024 * 1024);
    for (let count = 0; count < 40; count++) feed.push(large);
    const seen: Uint8Array[] = [];
    expect(feed.attach((frame) => seen.push(frame))).toBe(false);
    expect(seen).toHaveLength(0);
  });
});
