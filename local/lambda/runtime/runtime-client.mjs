const { Agent, request } = process.getBuiltinModule('node:http');

const VERSION = '/2018-06-01/runtime';

/**
 * Speaks the Runtime API: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 * Once the host does not answer it is gone, and the sandbox goes with it.
 */
export function runtimeClient(address) {
  const [host, port] = address.split(':');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  const send = (method, path, body) =>
    new Promise((resolve) => {
      request({ host, port, agent, method, path: VERSION + path }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => (text += chunk));
        response.on('end', () => resolve({ headers: response.headers, text }));
      })
        .on('error', () => process.exit(1))
        .end(body);
    });

  return {
    next: () => send('GET', '/invocation/next'),
    respond: (requestId, payload) => send('POST', `/invocation/${requestId}/response`, payload),
    fail: (requestId, error) => send('POST', `/invocation/${requestId}/error`, toBody(error)),
    failInit: (error) => send('POST', '/init/error', toBody(error)),
  };
}

function toBody(error) {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return JSON.stringify({ errorType: name, errorMessage: message, stackTrace: String(stack).split('\n') });
}
