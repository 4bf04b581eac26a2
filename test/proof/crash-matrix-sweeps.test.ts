import { expect, it } from 'vitest';
import { crashMatrix } from '#test/proof/crash-matrix.ts';
import { playSweeps } from '#test/scenarios/play-sweeps.ts';

it('of the directory, the heartbeats and the reconcile, no crash changes a final message or a row', async () => {
  // Desk and delivery are killed in the other matrices.
  const crashes = await crashMatrix(playSweeps, {
    only: /AccountDirectory|Heartbeat|HealthReconcile/,
    every: 3,
  });
  expect(crashes).toBeGreaterThan(50);
});
