let context: AudioContext | undefined;

/** Two soft tones. Browsers stay silent until the page was touched once; then nothing sounds, and nothing fails. */
export function chime(): void {
  try {
    context ??= new AudioContext();
    void context.resume().catch(() => undefined);
    for (const [at, pitch] of [
      [0, 660],
      [0.16, 880],
    ] as const)
      tone(context, context.currentTime + at, pitch);
  } catch {
    // A browser without sound.
  }
}

function tone(on: AudioContext, start: number, pitch: number): void {
  const loudness = on.createGain();
  loudness.gain.setValueAtTime(0, start);
  loudness.gain.linearRampToValueAtTime(0.12, start + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.001, start + 0.4);
  const source = new OscillatorNode(on, { frequency: pitch });
  source.connect(loudness).connect(on.destination);
  source.start(start);
  source.stop(start + 0.45);
}
