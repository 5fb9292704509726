/** Resolves once `holds` does; the test's own limit ends what never comes. */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((go) => requestAnimationFrame(go));
}
