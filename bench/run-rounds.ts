import type { Experiment, Outcome } from './experiment.ts';

/** Measures both in turn, so that what else the machine does in the meantime falls on both. */
export function runRounds(experiment: Experiment, tell: (text: string) => void): Outcome {
  const outcome: Outcome = { experiment, ours: [], peer: [] };
  const { id, ours, peer, rounds } = experiment;
  if ('skipped' in peer) return outcome;
  for (let round = 1; round <= rounds; round += 1) {
    // Whoever is first finds another machine than whoever is second.
    const turns = round % 2 === 0 ? ([ours, peer] as const) : ([peer, ours] as const);
    for (const turn of turns) outcome[turn === ours ? 'ours' : 'peer'].push(turn.measure());
    tell(`${id} against ${peer.name}: round ${round} of ${rounds}\n`);
  }
  return outcome;
}
