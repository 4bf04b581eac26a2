/** What came of a question about several parts: the answers, and AWS's names for what went wrong. */
export type Answers<Answer> = { found: Map<string, Answer>; errors: string[] };

/** As many as the Health API takes in one call. */
const AT_A_TIME = 10;

/**
 * Asks for all parts, ten at a time; once more for those without an answer. Which these are is not read off
 * what AWS says went wrong, since that does not always name an account (aws-health-aware#106).
 */
export async function askForAll<Answer>(
  parts: string[],
  ask: (some: string[]) => Promise<Answers<Answer>>,
): Promise<Answers<Answer>> {
  const first = await inTens(parts, ask);
  const unanswered = parts.filter((part) => !first.found.has(part));
  const second = await inTens(unanswered, ask);
  return { found: new Map([...first.found, ...second.found]), errors: second.errors };
}

async function inTens<Answer>(
  parts: string[],
  ask: (some: string[]) => Promise<Answers<Answer>>,
): Promise<Answers<Answer>> {
  const found = new Map<string, Answer>();
  const errors = new Set<string>();
  for (let start = 0; start < parts.length; start += AT_A_TIME) {
    const answers = await ask(parts.slice(start, start + AT_A_TIME));
    for (const [part, answer] of answers.found) found.set(part, answer);
    for (const error of answers.errors) errors.add(error);
  }
  return { found, errors: [...errors].sort() };
}
