import { expect, it } from 'vitest';
import { crashMatrix } from '#test/proof/crash-matrix.ts';
import { playSweeps } from '#test/scenarios/play-sweeps.ts';

it('of the directory, the heartbeats and the reconcile, no crash changes a final message or a row', async () => {
  const crashes = await crashMatrix(playSweeps);
  expect(crashes).toBeGreaterThan(100);
});
