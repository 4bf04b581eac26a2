import { webhookTracker } from '#lambdas/case-trackers/webhook/webhook-tracker.ts';
import { Clock } from '#local/clock.ts';
import { createWebhookReceiver } from '#local/counterparts/webhook-receiver.ts';
import { startLoopbackServer } from '#local/proxy/loopback-server.ts';
import { plainHeaders } from '#local/proxy/plain-headers.ts';
import { sendTo } from '../github/a-github-tracker.ts';
import { trackerContract } from '../tracker-contract.ts';

const SECRET = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;

trackerContract('A webhook', async () => {
  const clock = new Clock();
  const receiver = createWebhookReceiver({ clock, secrets: [SECRET] });
  let isLost = false;
  const server = await startLoopbackServer(async (request, response, body) => {
    const { method = 'POST', url: path = '/' } = request;
    const headers = plainHeaders(request.headers);
    const answer = await receiver.handler({ method, host: 'receiver.example', path, headers, body });
    response.writeHead(isLost ? 502 : answer.status, answer.headers).end(answer.body);
    isLost = false;
  });
  const secret = JSON.stringify({ url: 'https://receiver.example/cases', secrets: [SECRET] });
  const send = sendTo(new URL(server.url).port);
  return {
    tracker: webhookTracker(secret, { send, now: () => new Date(clock.now()) }),
    arrived: () => receiver.deliveries().map(({ body }) => JSON.stringify(body)),
    failNext: (how) => {
      if (how === 'lost') isLost = true;
      else receiver.failNext(how === 'limited' ? 429 : 503, 1, how === 'limited' ? 30 : undefined);
    },
    close: server.close,
  };
});
