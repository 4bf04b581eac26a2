import { readFileSync } from 'node:fs';
import { checkPattern, matchesPattern } from '#local/bus/event-pattern.ts';
import { hubOf } from '#local/hub-of.ts';
import { loadAssembly } from '#local/template/load-assembly.ts';
import { evaluationEvents } from '#test/conformance/event-ruler/evaluation-events.ts';
import type { Answer, Question } from '#test/conformance/event-ruler/event-ruler.ts';
import { readEvents } from '#test/conformance/read-samples.ts';
import type { Tally } from '#test/conformance/tally.ts';

type Ask = (questions: Question[]) => Promise<Answer[]>;
type Vector = Question & { matches: boolean | string };

const VECTORS = new URL('../../local/bus/event-pattern-vectors.jsonl', import.meta.url);

/** The pattern of every rule of an assembly against every event at hand: our bus decides as AWS's matcher does. */
export async function compareMatchers(
  ask: Ask,
  assembly: string,
  samples: string | undefined,
  tally: Tally,
): Promise<void> {
  const vectors = readVectors();
  await compare(ask, `${vectors.length} pattern vectors`, vectors, tally);

  const { rules, configRules } = loadAssembly(assembly, { ...hubOf(assembly), queueUrl: (name) => name });
  const events = [
    ...vectors.map(({ event }) => event),
    ...configRules.slice(0, 1).flatMap(evaluationEvents),
    ...(samples ? readEvents(samples).events : []),
  ];
  // Members have the same rules in each account and Region.
  const distinct = new Map(rules.map((rule) => [JSON.stringify(rule.pattern), rule]));
  for (const { name, pattern } of distinct.values()) {
    const questions = events.map((event) => ({ pattern, event }));
    await compare(ask, `${name} against ${events.length} events`, questions, tally);
  }
}

async function compare(ask: Ask, what: string, questions: Question[], tally: Tally): Promise<void> {
  const theirs = await ask(questions);
  const ours = questions.map(answerOf);
  const isWrong = (index: number) => ours[index] !== theirs[index] && ours[index] !== 'invalid';
  const wrong = questions.filter((_question, index) => isWrong(index));
  const matched = ours.filter((answer) => answer === true).length;
  // A pattern whose meaning hangs on the order of its keys, or that looks like an $or and is none.
  const stricter = ours.filter((answer, index) => answer === 'invalid' && theirs[index] !== 'invalid').length;
  const verdict = `${matched} matched, ${stricter} refused by the embedded bus alone`;
  if (wrong.length === 0) tally.passed(`event-ruler: ${what}, ${verdict}, no verdict differs`);
  else
    tally.failed(
      `event-ruler: ${what}, ${verdict}\n${wrong.map((question) => JSON.stringify(question)).join('\n')}`,
    );
}

function answerOf({ pattern, event }: Question): Answer {
  return checkPattern(pattern) === undefined ? matchesPattern(pattern, event) : 'invalid';
}

function readVectors(): Vector[] {
  const lines = readFileSync(VECTORS, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Vector);
}
