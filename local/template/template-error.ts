/** Where in an assembly something was found. */
export type Place = { stack: string; logicalId?: string; type?: string; property?: string };

/** A template that the embedded cloud cannot run as AWS would: says where, what and the way out. */
export class TemplateError extends Error {
  override name = 'TemplateError';

  constructor(place: Place, problem: string, options?: ErrorOptions) {
    const { stack, logicalId, type, property } = place;
    const resource = logicalId ? `/${logicalId}` : '';
    const kind = type ? ` (${type})` : '';
    super(`${stack}${resource}${kind}${property ? ` ${property}` : ''}: ${problem}`, options);
  }
}
