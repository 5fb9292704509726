/** Each contestant's figures over `rounds`, one after the other in each round, beginning with another each time. */
export async function inTurns(contestants, rounds, measure) {
  const found = Object.fromEntries(contestants.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < contestants.length; i++) {
      const name = contestants[(i + round) % contestants.length];
      found[name].push(await measure(name));
    }
  }
  return found;
}
