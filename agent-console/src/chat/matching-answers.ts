/** The answers that hold all words of what was typed behind the slash, or undefined where nothing asks for them. */
export function matchingAnswers(answers: readonly string[], typed: string): readonly string[] | undefined {
  if (!typed.startsWith('/') || typed.includes('\n')) return undefined;
  const words = typed.slice(1).toLowerCase().split(/\s+/).filter(Boolean);
  return answers.filter((answer) => words.every((word) => answer.toLowerCase().includes(word)));
}
