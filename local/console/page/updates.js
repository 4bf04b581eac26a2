/**
 * What happens in the embedded cloud, as it happens; a lost connection is taken up again.
 * @param {{
 *   onSnapshot: (snapshot: { now: number, steps: any[] }) => void,
 *   onUpdate: (update: { now: number, steps: any[], changes: { channel: string, kind: string, text: string }[] }) => void,
 *   onLost: () => void,
 * }} listeners
 */
export function listenToUpdates({ onSnapshot, onUpdate, onLost }) {
  const source = new EventSource('/api/updates');
  source.addEventListener('snapshot', ({ data }) => onSnapshot(JSON.parse(data)));
  source.addEventListener('update', ({ data }) => onUpdate(JSON.parse(data)));
  source.addEventListener('error', onLost);
}
