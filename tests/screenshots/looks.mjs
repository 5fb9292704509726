// What arrives gliding would be pictured half on its way.
const still = { reducedMotion: 'reduce' };
const desk = { width: 1280, height: 800 };
const tablet = { width: 820, height: 1180 };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

/** What a customer and an agent look through. */
export const looks = ['light', 'dark'].flatMap((colorScheme) => [
  {
    name: `${colorScheme}-desk`,
    customer: { ...still, colorScheme, viewport: desk },
    agent: { ...still, colorScheme, viewport: desk },
  },
  {
    name: `${colorScheme}-handheld`,
    customer: { ...still, colorScheme, ...phone },
    agent: { ...still, colorScheme, viewport: tablet },
  },
]);
