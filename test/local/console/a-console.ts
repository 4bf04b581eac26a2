import { request } from 'node:http';
import { startConsole } from '#local/console/start-console.ts';
import { startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

export type AConsole = Awaited<ReturnType<typeof aConsole>>;

/** A console before an embedded cloud of its own, on a free port. */
export async function aConsole() {
  const cloud = await startEmbeddedCloud({
    assembly: ASSEMBLY,
    fires: ({ arn }) => arn.includes('AlertClock'),
  });
  const { url, close } = await startConsole({ cloud, port: 0 });

  async function answerOf(response: Response): Promise<unknown> {
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${response.status} ${(answer as { error: string }).error}`);
    return answer;
  }
  const ask = async <Answer>(path: string, query: Record<string, string> = {}) =>
    (await answerOf(await fetch(`${url}${path}?${new URLSearchParams(query).toString()}`))) as Answer;
  const tell = async <Answer>(path: string, body: object = {}) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answerOf(response)) as Answer;
  };

  return {
    cloud,
    url,
    ask,
    tell,
    /** The status of an answer to a request for another host, which `fetch` would not send. */
    statusFor: (path: string, host: string) => {
      const answered = Promise.withResolvers<number | undefined>();
      request(`${url}${path}`, { headers: { host } }, (response) => {
        response.resume();
        answered.resolve(response.statusCode);
      })
        .on('error', answered.reject)
        .end();
      return answered.promise;
    },
    /** Replays the next step of a story and waits until nothing moves any more. */
    replay: async (story: string) => {
      await tell('/api/stories/next', { story });
      await cloud.settled();
    },
    stop: async () => {
      await close();
      await cloud.stop();
    },
  };
}
