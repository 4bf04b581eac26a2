/**
 * An element with properties and children. Children that are text become text nodes: nothing that comes
 * from an event is ever read as HTML.
 * @param {string} tag
 * @param {Record<string, unknown>} [properties] `on…` are listeners, `data` goes to the dataset, the rest are attributes
 * @param {...(Node | string | undefined | false | (Node | string | undefined | false)[])} children
 * @returns {HTMLElement}
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (name === 'data') Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== false));
  return element;
}

/**
 * The element of the page with this id.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element;
}

/**
 * Puts new children in place of the old ones where they differ, so that focus, selection and open details stay.
 * @param {Element} parent
 * @param {Element[]} children each with a `data-key` of its own
 */
export function reconcile(parent, children) {
  const old = new Map(
    [...parent.children].map((child) => [/** @type {HTMLElement} */ (child).dataset.key, child]),
  );
  const next = children.map((child) => {
    const before = old.get(/** @type {HTMLElement} */ (child).dataset.key);
    if (!before) return child;
    if (before.isEqualNode(child)) return before;
    keepState(before, child);
    return child;
  });
  const focused = focusKey(parent);
  for (const child of [...parent.children]) if (!next.includes(child)) child.remove();
  for (const [index, child] of next.entries()) {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  }
  if (focused !== undefined) refocus(parent, focused);
}

/** @param {Element} before @param {Element} after */
function keepState(before, after) {
  const was = detailsOf(before);
  for (const [index, details] of detailsOf(after).entries()) {
    const twin = was[index];
    if (twin) details.open = twin.open;
  }
}

/** @param {Element} element */
function detailsOf(element) {
  return [
    ...(element instanceof HTMLDetailsElement ? [element] : []),
    ...element.querySelectorAll('details'),
  ];
}

/** Where the focus is: the key of the child that holds it, and which of its controls. @param {Element} parent */
function focusKey(parent) {
  const { activeElement } = document;
  if (!activeElement || activeElement === parent || !parent.contains(activeElement)) return undefined;
  const child = [...parent.children].find((candidate) => candidate.contains(activeElement));
  if (!child) return undefined;
  return {
    key: /** @type {HTMLElement} */ (child).dataset.key,
    index: controls(child).indexOf(activeElement),
  };
}

/** @param {Element} parent @param {{ key: string | undefined, index: number }} focused */
function refocus(parent, { key, index }) {
  if (parent.contains(document.activeElement)) return;
  const child = [...parent.children].find(
    (candidate) => /** @type {HTMLElement} */ (candidate).dataset.key === key,
  );
  const control = child && (controls(child)[index] ?? controls(child).at(-1));
  if (control instanceof HTMLElement) control.focus({ preventScroll: true });
}

/** @param {Element} element */
function controls(element) {
  return [...element.querySelectorAll('a[href], button, summary, input, select, textarea')];
}
