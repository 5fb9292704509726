/** `4:07` or `1:02:09`, never negative: clocks of two machines differ. */
export function clockDuration(milliseconds: number): string {
  const total = Math.max(0, Math.floor(milliseconds / 1000));
  const seconds = String(total % 60).padStart(2, '0');
  const minutes = Math.floor(total / 60) % 60;
  const hours = Math.floor(total / 3600);
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
}

/** `4 min`, `1 hr 2 min`, `40 sec`, as the language says it: for those who listen. */
export function spokenDuration(milliseconds: number, language: string): string {
  const units = (count: number, unit: 'second' | 'minute' | 'hour') =>
    new Intl.NumberFormat(language, { style: 'unit', unit }).format(count);
  const total = Math.max(0, Math.floor(milliseconds / 1000));
  if (total < 60) return units(total, 'second');
  const minutes = Math.floor(total / 60);
  if (minutes < 60) return units(minutes, 'minute');
  const list = new Intl.ListFormat(language, { type: 'unit', style: 'narrow' });
  return list.format([units(Math.floor(minutes / 60), 'hour'), units(minutes % 60, 'minute')]);
}
