import { byId } from './dom.js';

const PAUSE_MS = 400;

/** @type {string[]} */
let waiting = [];
let timer = 0;

/**
 * Says something to those who listen to the page, a moment later, in one go with what else is new.
 * @param {string} text
 */
export function announce(text) {
  waiting.push(text);
  clearTimeout(timer);
  timer = setTimeout(() => {
    byId('announcer').textContent = waiting.slice(-3).join('. ');
    waiting = [];
  }, PAUSE_MS);
}
