const NAMES: Record<string, string> = {
  'GET /2016-08-19/account-settings': 'GetAccountSettings',
  'GET /support-permit-requests': 'ListSupportPermitRequests',
  'GET /v1/checks': 'ListChecks',
};

/**
 * The name of an operation that a REST service knows by method and path: `POST /getAlternateContact` is
 * `GetAlternateContact`. Other names stay as they are.
 */
export function restOperation(operation: string): string {
  if (/^POST \/2015-03-31\/functions\/[^/]+\/invocations$/.test(operation)) return 'InvokeFunction';
  const name = /^[A-Z]+ \/([a-z])(\w+)$/.exec(operation);
  return NAMES[operation] ?? (name ? `${name[1]?.toUpperCase()}${name[2]}` : operation);
}
