export type Scalar = string | number | boolean | null;

/** Which element of which array of the event a value lies in: array → index. */
export type Elements = ReadonlyMap<number, number>;
export type EventField = { value: Scalar; elements: Elements };

/** The scalars of an event by dotted path. Objects and empty arrays are no fields: they do not "exist". */
export function eventFields(event: unknown): Map<string, EventField[]> {
  const fields = new Map<string, EventField[]>();
  let arrays = 0;
  const visit = (value: unknown, path: string, elements: Elements): void => {
    if (Array.isArray(value)) {
      const array = arrays++;
      for (const [index, element] of value.entries()) {
        visit(element, path, isScalar(element) ? elements : new Map([...elements, [array, index]]));
      }
    } else if (isScalar(value)) {
      fields.set(path, [...(fields.get(path) ?? []), { value, elements }]);
    } else {
      for (const [key, child] of Object.entries(value as object)) {
        visit(child, path === '' ? key : `${path}.${key}`, elements);
      }
    }
  };
  visit(event, '', new Map());
  return fields;
}

/** Both sets of elements as one, or nothing if they contradict each other. */
export function mergeElements(left: Elements, right: Elements): Elements | undefined {
  for (const [array, index] of right) {
    if (left.has(array) && left.get(array) !== index) return undefined;
  }
  return new Map([...left, ...right]);
}

function isScalar(value: unknown): value is Scalar {
  return typeof value !== 'object' || value === null;
}
