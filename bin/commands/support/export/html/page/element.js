/** An element with attributes; texts become text, never markup. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.flat().filter((child) => child !== undefined && child !== false && child !== ''));
  return made;
}

/** A stranger's text, which cannot turn the text around it. */
export function isolated(text) {
  return element('bdi', {}, text);
}

/** A text with what was found in it. `marks`: from and to places. */
export function marked(text, marks) {
  const parts = [];
  let place = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(place, start), element('mark', {}, text.slice(start, end)));
    place = end;
  }
  return element('bdi', {}, ...parts, text.slice(place));
}
