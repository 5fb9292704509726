/** Stands in for what ends the agent's input: no layer may lean on it. */
export function makeInert(): void {}
