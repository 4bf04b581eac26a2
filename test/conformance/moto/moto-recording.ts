/** A request as moto got it. */
export type MotoRequest = { target: string; body: Record<string, unknown> };

type Entry = { headers: Record<string, string>; body: string; body_encoded: boolean };

/** Has moto write down the requests that reach it meanwhile; only those of one service are given. */
export async function recordRequests(
  url: string,
  service: string,
  run: () => Promise<void>,
): Promise<MotoRequest[]> {
  const recorder = (path: string) => fetch(`${url}/moto-api/recorder/${path}`, { method: 'POST' });
  await recorder('reset-recording');
  await recorder('start-recording');
  try {
    await run();
  } finally {
    await recorder('stop-recording');
  }
  const recording = await (await fetch(`${url}/moto-api/recorder/download-recording`)).text();
  return recording
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry)
    .map(({ headers, ...entry }) => ({ target: headers['X-Amz-Target'] ?? '', ...entry }))
    .filter(({ target }) => target.startsWith(`${service}.`))
    .map(({ target, body, body_encoded }) => {
      const text = body_encoded ? Buffer.from(body, 'base64').toString() : body;
      return { target, body: JSON.parse(text) as Record<string, unknown> };
    });
}
