/**
 * Asks the console for something.
 * @param {string} path
 * @param {Record<string, string>} [query]
 */
export function ask(path, query = {}) {
  return call(`${path}?${new URLSearchParams(query)}`, {});
}

/**
 * Tells the console to do something. Rejects with the console's own words if it does not.
 * @param {string} path
 * @param {object} [body]
 */
export function tell(path, body = {}) {
  const headers = { 'content-type': 'application/json' };
  return call(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** @param {string} url @param {RequestInit} options */
async function call(url, options) {
  const response = await fetch(url, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}
